import type { ActionType } from '../../../shared/edits/actions/actions.ts'
import type { Chance } from '../chance.ts'
import { commentGenerators } from './commentActions.ts'
import type { Generator } from './generator.ts'
import { handoffGenerators } from './handoffActions.ts'
import { handoverGenerators } from './handoverActions.ts'
import { mapGenerators } from './mapActions.ts'
import { requestGenerators } from './requestActions.ts'
import { roundGenerators } from './roundActions.ts'
import { sessionGenerators } from './sessionActions.ts'
import { touchpointGenerators } from './touchpointActions.ts'
import { viewGenerators } from './viewActions.ts'

export const generators: Readonly<Partial<Record<ActionType, Generator>>> = {
  ...mapGenerators,
  ...touchpointGenerators,
  ...handoffGenerators,
  ...handoverGenerators,
  ...viewGenerators,
  ...commentGenerators,
  ...roundGenerators,
  ...requestGenerators,
  ...sessionGenerators,
}

/** What nobody does by an edit of their own in a session, and why. */
export const withoutGenerator: Readonly<Partial<Record<ActionType, string>>> = {
  'ecosystem.add': 'founds the session’s ecosystem, once',
  'participant.join': 'needs an invitation, which the session grants',
  'party.hold': 'needs an invitation, which the session grants',
  'edit.undo': 'clients undo and redo through their store',
}

/** Adding is more frequent than changing, changing than removing; leaving is rare. */
const weights: Readonly<Partial<Record<ActionType, number>>> = {
  'touchpoint.add': 6,
  'touchpoint.change': 14,
  'perspective.add': 6,
  'perspective.change': 4,
  'perspective.share': 8,
  'mark.share': 4,
  'ownership.add': 4,
  'ownership.decide': 4,
  'link.add': 5,
  'handoff.confirm': 5,
}
const rare = /^(map\.(add|remove)|participant\.grant|party\.|lane\.remove|stage\.remove|ecosystem\.)/

const lottery = (Object.keys(generators) as ActionType[]).flatMap((type) =>
  Array.from({ length: rare.test(type) ? 1 : 2 * (weights[type] ?? 2) }, () => type),
)

export function anyGenerator(chance: Chance): Generator {
  return generators[chance.pick(lottery)]!
}
