// What follows when an ecosystem has another convener. All of it consequences: neither the one before nor the one after
// sees all the rows, and the new convener sees them only from then on.
import { mapKey, organisationKey } from '../audience/audience.ts'
import { derivedId } from '../model/derivedId.ts'
import type { Participant, Party } from '../model/rows.ts'
import type { Draft } from './draft.ts'
import type { RowChange } from './reader.ts'

/**
 * The new convener takes part in every map, as conveners do, keeps the parties that the one before kept, and sees every
 * party, as conveners do; the one before no longer does.
 */
export function followHandingOver(change: RowChange, draft: Draft): void {
  if (change.kind !== 'ecosystem' || !change.before) return
  const [before, after] = [change.before.convenerOrganisationId, change.after.convenerOrganisationId]
  if (before === after) return
  const places = draft.list('participant', 'organisationId', before)
  for (const place of places.filter(({ state }) => state === 'active')) {
    takePart(place, after, draft)
    // Inviting was its right as the organiser; the new one may grant it anew.
    draft.put('participant', { ...place, mayInvite: false }, true)
  }
  for (const party of partiesOf(places, draft)) {
    const { heldByOrganisationId, stewardOrganisationId: steward } = party
    // Whoever merely kept or oversaw it sees it from now on where it has lanes.
    const isHeld = heldByOrganisationId === before
    const others = party.audience.filter((key) => isHeld || key !== organisationKey(before))
    const audience = [...new Set([...others, organisationKey(after)])]
    const stewardOrganisationId = steward === before ? after : steward
    draft.put('party', { ...party, stewardOrganisationId, audience }, true)
  }
}

/** Every party there is: each is kept by an organisation that takes part, and conveners take part in every map. */
function partiesOf(places: readonly Participant[], draft: Draft): Party[] {
  const there = places.flatMap(({ mapId }) => draft.list('participant', 'mapId', mapId))
  const stewards = new Set([...places, ...there].map(({ organisationId }) => organisationId))
  return [...stewards].flatMap((id) => draft.list('party', 'stewardOrganisationId', id))
}

function takePart(place: Participant, organisationId: string, draft: Draft): void {
  const { mapId } = place
  const earlier = draft
    .list('participant', 'mapId', mapId)
    .find((row) => row.organisationId === organisationId)
  if (earlier) {
    draft.put('participant', { ...earlier, state: 'active' }, true)
    return
  }
  const id = derivedId(organisationId, mapId, (other) => draft.get('participant', other) !== undefined)
  const base = { ...place, id, lineageId: id, addedByOrganisationId: organisationId, versions: {} }
  const audience = [organisationKey(organisationId), mapKey(mapId)]
  draft.put('participant', { ...base, organisationId, audience, mayInvite: false }, true)
}

/** Who has left every map is not asked any more whether it would organise them. */
export function withdrawOffers(organisationId: string, draft: Draft): void {
  for (const offer of draft.list('handover', 'toOrganisationId', organisationId)) {
    if (offer.state === 'offered') draft.put('handover', { ...offer, state: 'withdrawn' }, true)
  }
}
