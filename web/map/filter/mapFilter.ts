// Which touchpoints one looks for on a map; the others step back.
import type { Touchpoint } from '../../../shared/model/rows.ts'
import type { Journey } from '../journey/journey.ts'

/** As it stands in the address; a field that is not there lets everything through. */
export interface MapFilter {
  /** Party that starts the contact. */
  startedBy?: string | undefined
  segment?: string | undefined
  role?: string | undefined
  kind?: string | undefined
  channel?: string | undefined
}

export const filterFields = ['startedBy', 'segment', 'role', 'kind', 'channel'] as const

export function isFiltering(filter: MapFilter): boolean {
  return filterFields.some((field) => filter[field] !== undefined)
}

export function passes(touchpoint: Touchpoint, filter: MapFilter): boolean {
  const { startedBy, segment, role, kind, channel } = filter
  return (
    (startedBy === undefined || touchpoint.initiatorPartyId === startedBy) &&
    (segment === undefined || touchpoint.segments.includes(segment)) &&
    (role === undefined || touchpoint.customerRoles.includes(role)) &&
    (kind === undefined || touchpoint.kind === kind) &&
    (channel === undefined || touchpoint.channel === channel)
  )
}

/** The journey with the cards that do not pass marked as faded; the same journey when nothing is filtered. */
export function fade(journey: Journey, filter: MapFilter): Journey {
  if (!isFiltering(filter)) return journey
  const cards = [...journey.cards].map(([id, card]) => {
    const isFaded = !passes(card.touchpoint, filter)
    return [id, isFaded ? { ...card, isFaded } : card] as const
  })
  return { ...journey, cards: new Map(cards) }
}

/** What there is to choose from on this map: only values that some touchpoint has, in alphabetical order. */
export function choicesOf(journey: Journey): Record<(typeof filterFields)[number], string[]> {
  const touchpoints = [...journey.cards.values()].map(({ touchpoint }) => touchpoint)
  const distinct = (values: (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].sort((left, right) => left.localeCompare(right))
  return {
    startedBy: distinct(touchpoints.map(({ initiatorPartyId }) => initiatorPartyId)),
    segment: distinct(touchpoints.flatMap(({ segments }) => segments)),
    role: distinct(touchpoints.flatMap(({ customerRoles }) => customerRoles)),
    kind: distinct(touchpoints.map(({ kind }) => kind)),
    channel: distinct(touchpoints.map(({ channel }) => channel)),
  }
}
