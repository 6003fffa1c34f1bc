// Which touchpoints one looks for on a map; the others step back.
import { isDefined } from '../../../shared/model/touchpoint.ts'
import type { Journey, JourneyCard } from '../journey/journey.ts'
import type { Regions } from './regions.ts'

/** As it stands in the address; a field that is not there lets everything through. */
export interface MapFilter {
  /** Party that starts the contact. */
  startedBy?: string | undefined
  segment?: string | undefined
  role?: string | undefined
  kind?: string | undefined
  channel?: string | undefined
  /** Which layer of the relationship it is part of. */
  layer?: string | undefined
  /** Where those sit who answer for it, as far as one sees. */
  region?: string | undefined
  /** Whether the end customer sees it. */
  sees?: 'yes' | 'no' | undefined
  /** Whether it is written down how it should feel. */
  defined?: 'yes' | 'no' | undefined
}

export const filterFields = [
  'startedBy',
  'segment',
  'role',
  'kind',
  'channel',
  'layer',
  'region',
  'sees',
  'defined',
] as const
export type FilterField = (typeof filterFields)[number]

export function isFiltering(filter: MapFilter): boolean {
  return filterFields.some((field) => filter[field] !== undefined)
}

/** The journey with the cards that do not pass marked as faded; the same journey when nothing is filtered. */
export function fade(journey: Journey, filter: MapFilter, regions: Regions): Journey {
  if (!isFiltering(filter)) return journey
  const chosen = filterFields.filter((field) => filter[field] !== undefined)
  const cards = [...journey.cards].map(([id, card]) => {
    const isFaded = !chosen.every((field) => valuesOf[field](card, regions).includes(filter[field]!))
    return [id, isFaded ? { ...card, isFaded } : card] as const
  })
  return { ...journey, cards: new Map(cards) }
}

/** What there is to choose from on this map: only values that some touchpoint has, in alphabetical order. */
export function choicesOf(journey: Journey, regions: Regions): Record<FilterField, string[]> {
  const cards = [...journey.cards.values()]
  const choices = filterFields.map((field) => {
    const values = new Set(cards.flatMap((card) => valuesOf[field](card, regions)))
    return [field, [...values].sort((left, right) => left.localeCompare(right))] as const
  })
  return Object.fromEntries(choices) as Record<FilterField, string[]>
}

const valuesOf: Record<FilterField, (card: JourneyCard, regions: Regions) => readonly string[]> = {
  startedBy: ({ touchpoint }) => orNone(touchpoint.initiatorPartyId),
  segment: ({ touchpoint }) => touchpoint.segments,
  role: ({ touchpoint }) => touchpoint.customerRoles,
  kind: ({ touchpoint }) => [touchpoint.kind],
  channel: ({ touchpoint }) => orNone(touchpoint.channel),
  layer: ({ touchpoint }) => orNone(touchpoint.layer),
  region: ({ id }, regions) => [...(regions.get(id) ?? [])],
  sees: ({ touchpoint }) => [touchpoint.customerSees ? 'yes' : 'no'],
  defined: ({ touchpoint }) => [isDefined(touchpoint) ? 'yes' : 'no'],
}

function orNone(value: string | null): string[] {
  return value === null ? [] : [value]
}
