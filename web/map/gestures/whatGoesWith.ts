import { listNames } from '../../rounds/roundWords.ts'
import type { Journey, JourneyCard } from '../journey/journey.ts'
import type { MapView } from '../useMap.ts'

/** What goes with a lane or stage that is deleted, and who else has a part in it: said before one does so. */
export function whatGoesWith(
  isIn: (card: JourneyCard) => boolean,
  { journey, ecosystem }: Pick<MapView, 'journey' | 'ecosystem'>,
): string {
  const cards = [...journey.cards.values()].filter(isIn)
  if (cards.length === 0) return 'Nothing stands in it.'
  const partners = cards.map((card) =>
    organisationsIn(card, journey).filter((id) => id !== null && id !== ecosystem.author.organisationId),
  )
  const count = partners.filter(({ length }) => length > 0).length
  const names = [...new Set(partners.flat())].map(
    (id) => ecosystem.organisations.get(id ?? '') ?? 'A partner',
  )
  const goes = `${cards.length === 1 ? '1 touchpoint goes' : `${cards.length} touchpoints go`} with it.`
  const has = names.length === 1 ? 'has' : 'have'
  const parts = `${listNames(names.toSorted())} ${has} a part in ${count} of them.`
  return [goes, count > 0 ? parts : '', 'Undo brings all of it back.'].filter(Boolean).join(' ')
}

/** Who proposed it, delivers it, lives it as well, or hands over or takes over there; null where nobody holds a party. */
function organisationsIn(
  { id, touchpoint, owners, sides }: JourneyCard,
  journey: Journey,
): (string | null)[] {
  const { state, addedByOrganisationId } = touchpoint
  const holderOf = (isIt: (lane: Journey['lanes'][number]) => boolean) =>
    journey.lanes.find(isIt)?.party.heldByOrganisationId ?? null
  const handoffs = [...journey.links.values()].flatMap(({ link, handoff }) =>
    handoff && (link.fromTouchpointId === id || link.toTouchpointId === id) ? [handoff] : [],
  )
  return [
    state === 'proposed' ? addedByOrganisationId : null,
    ...owners.map(({ ownership }) => holderOf(({ party }) => party.id === ownership.partyId)),
    ...sides.map(({ laneId }) => holderOf((lane) => lane.id === laneId)),
    ...handoffs.flatMap(({ from, to }) => [from.organisationId, to.organisationId]),
  ]
}
