// The words of the map on screen (EXPERIENCE: words on screen).

import type { MapFramework } from '../../shared/model/map.ts'
import type { Accountability } from '../../shared/model/ownership.ts'
import type { PartyKind } from '../../shared/model/party.ts'
import type { Channel, Layer, Period, TouchpointKind } from '../../shared/model/touchpoint.ts'

export const kindNames: Record<TouchpointKind, string> = {
  communication: 'contact',
  action: 'own step',
  trigger: 'trigger',
  decision: 'decision',
  exit: 'exit',
}

export const channelNames: Record<Channel, string> = {
  phone: 'phone',
  email: 'e-mail',
  portal: 'portal',
  website: 'website',
  app: 'app',
  meeting: 'meeting',
  onSite: 'on site',
  post: 'post',
  store: 'store',
  event: 'event',
  message: 'message',
  system: 'system to system',
}

export const partyKindNames: Record<PartyKind, string> = {
  producer: 'producer',
  distributor: 'distributor',
  partner: 'partner',
  endCustomer: 'end customer',
  competitor: 'competitor',
  other: 'other',
}

export const accountabilityNames: Record<Accountability, string> = {
  accountable: 'accountable',
  contributes: 'contributes',
  informed: 'kept informed (cannot edit)',
}

export const modeNames = { digital: 'digital', physical: 'physical' }

export const layerNames: Record<Layer, string> = {
  strategic: 'strategic: where both want to go',
  commercial: 'commercial: terms and plans',
  operational: 'operational: day to day',
}

export const periodNames: Record<Period, string> = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
}

export const linkKindNames = { sequence: 'leads to', loopBack: 'loops back' }

export const natureNames = { b2b: 'business (B2B)', b2c: 'consumer (B2C)' }

export const frameworkNames: Record<MapFramework, string> = {
  strategic: 'strategic',
  tactical: 'tactical',
  performance: 'performance',
}

/** What a map of each type shows. */
export const frameworkWords: Record<MapFramework, string> = {
  strategic: 'Stages and touchpoints only. Owners, marks, scores and handoffs wait behind the cards.',
  tactical:
    'Each touchpoint with its channel, who delivers it and what passes; marks and scores in the lenses.',
  performance: 'The same, and on every card the scores you may see.',
}

export const mapStateNames = { asIs: 'as-is', toBe: 'to-be' }
