// The questions every right is made of: what an author is to a lane, a party, a touchpoint, a link.
import type { MemberRight } from '../accounts/roles.ts'
import type { RowReader } from '../edits/reader.ts'
import type { Lane, Link, Ownership, Party, Side, Touchpoint } from '../model/rows.ts'
import type { Author } from './author.ts'

/** Admins are editors too. */
export function isEditor(author: Author): boolean {
  return author.role === 'admin' || author.role === 'editor'
}

/** Sharing and confirming are rights apart from editing; admins have both. */
export function holdsRight(author: Author, right: MemberRight): boolean {
  return author.role === 'admin' || !author.withheld?.includes(right)
}

/** False also for an ecosystem that `rows` does not show. */
export function isConvener(author: Author, ecosystemId: string, rows: RowReader): boolean {
  return rows.get('ecosystem', ecosystemId)?.convenerOrganisationId === author.organisationId
}

/** The organisation that answers for a party: its holder, or its steward while nobody holds it. */
export function keeperOf(party: Party): string {
  return party.heldByOrganisationId ?? party.stewardOrganisationId
}

/**
 * The organisation that holds a party on a map. Null where nobody does, and where its holder takes no part in the map:
 * who does not see a lane cannot answer for it, so its steward describes it there.
 */
export function holderOnMap(party: Party, mapId: string, rows: RowReader): string | null {
  const holder = party.heldByOrganisationId
  return holder !== null && activeOrganisations(mapId, rows).includes(holder) ? holder : null
}

/** Whether the author answers for a party on a map: its holder, where that takes part, otherwise its steward. */
export function keepsPartyOnMap(author: Author, partyId: string, mapId: string, rows: RowReader): boolean {
  const party = rows.get('party', partyId)
  if (!party || party.deleted) return false
  return (holderOnMap(party, mapId, rows) ?? party.stewardOrganisationId) === author.organisationId
}

/** Whether the author answers for a party as such, on no map in particular. */
export function keepsParty(author: Author, partyId: string, rows: RowReader): boolean {
  const party = rows.get('party', partyId)
  return party !== undefined && !party.deleted && keeperOf(party) === author.organisationId
}

/** Holding is more than keeping: a steward does not hold. */
export function holdsParty(author: Author, partyId: string, rows: RowReader): boolean {
  return rows.get('party', partyId)?.heldByOrganisationId === author.organisationId
}

/** Whether the author answers for the lane's party on the lane's map. */
export function keepsLane(author: Author, laneId: string, rows: RowReader): boolean {
  const lane = rows.get('lane', laneId)
  return lane !== undefined && keepsPartyOnMap(author, lane.partyId, lane.mapId, rows)
}

/**
 * The side that a part in a touchpoint was proposed by: that of its lane, or that of the owner to be. Null when whoever
 * proposed it is on neither side any more: it is proposed anew, or one of the two would have given the other's answer.
 */
function proposingSide(ownership: Ownership, rows: RowReader): 'lane' | 'owner' | null {
  const { addedByOrganisationId: proposer, touchpointId, partyId, mapId } = ownership
  const touchpoint = rows.get('touchpoint', touchpointId)
  const lane = touchpoint && rows.get('lane', touchpoint.laneId)
  const [ofLane, owner] = [lane && rows.get('party', lane.partyId), rows.get('party', partyId)]
  if (!ofLane || !owner) return null
  const keeps = (party: Party) =>
    (holderOnMap(party, mapId, rows) ?? party.stewardOrganisationId) === proposer
  if (keeps(ofLane)) return 'lane'
  if (keeps(owner)) return 'owner'
  // Whoever described the lane before it was taken asked for the lane, unless it speaks for the owner as well.
  return ofLane.stewardOrganisationId === proposer && owner.stewardOrganisationId !== proposer ? 'lane' : null
}

/** One organisation asks for a part in a touchpoint, or offers it; the other one accepts or declines. */
export function decidesPart(author: Author, ownership: Ownership, rows: RowReader): boolean {
  const side = proposingSide(ownership, rows)
  if (side === 'owner') return keepsTouchpoint(author, ownership, rows)
  return side === 'lane' && keepsPartyOnMap(author, ownership.partyId, ownership.mapId, rows)
}

/** Whether the author is on the side that proposed this part, which may still word it anew. */
export function asksForPart(author: Author, ownership: Ownership, rows: RowReader): boolean {
  const side = proposingSide(ownership, rows)
  if (side === 'owner') return keepsPartyOnMap(author, ownership.partyId, ownership.mapId, rows)
  return side === 'lane' && keepsTouchpoint(author, ownership, rows)
}

/** True when the author keeps the touchpoint's own lane or the other lane that lives it. */
export function keepsASide(author: Author, side: Side, rows: RowReader): boolean {
  return keepsLane(author, side.laneId, rows) || keepsTouchpoint(author, side, rows)
}

/**
 * Sharing a touchpoint is proposed by one of its two lanes; the other one accepts or declines. Where whoever proposed it
 * keeps neither lane any more, it spoke for the lane it was the steward of; else nobody can answer, and it is proposed anew.
 */
export function decidesSide(author: Author, side: Side, rows: RowReader): boolean {
  const touchpoint = rows.get('touchpoint', side.touchpointId)
  const [home, other] = [touchpoint?.laneId, side.laneId].map((laneId) => {
    const lane = laneId && rows.get('lane', laneId)
    return lane ? rows.get('party', lane.partyId) : undefined
  })
  if (!touchpoint || !home || !other) return false
  const keeps = (party: Party) =>
    (holderOnMap(party, side.mapId, rows) ?? party.stewardOrganisationId) === side.addedByOrganisationId
  const described = (party: Party) => party.stewardOrganisationId === side.addedByOrganisationId
  const askedByHome = keeps(home) || (!keeps(other) && described(home) && !described(other))
  const askedByOther = keeps(other) || (!keeps(home) && described(other) && !described(home))
  if (askedByHome && !askedByOther) return keepsLane(author, side.laneId, rows)
  if (askedByOther && !askedByHome) return keepsTouchpoint(author, side, rows)
  return askedByHome && keepsASide(author, side, rows)
}

function keepsTouchpoint(
  author: Author,
  { touchpointId }: { touchpointId: string },
  rows: RowReader,
): boolean {
  const touchpoint = rows.get('touchpoint', touchpointId)
  return touchpoint !== undefined && keepsLane(author, touchpoint.laneId, rows)
}

/** True when another organisation holds the lane's party. */
export function isHeldByOther(author: Author, lane: Lane, rows: RowReader): boolean {
  const party = rows.get('party', lane.partyId)
  const holder = party ? holderOnMap(party, lane.mapId, rows) : null
  return holder !== null && holder !== author.organisationId
}

/** Whether the author holds a party with an accepted part in the touchpoint; who is only informed does not count. */
export function isAcceptedOwner(author: Author, touchpointId: string, rows: RowReader): boolean {
  return rows
    .list('ownership', 'touchpointId', touchpointId)
    .some(
      (ownership) =>
        !ownership.deleted &&
        ownership.state === 'accepted' &&
        ownership.accountability !== 'informed' &&
        holdsParty(author, ownership.partyId, rows),
    )
}

/** Whoever keeps its lane and accepted co-owners edit the shared fields of a touchpoint. */
export function editsTouchpoint(author: Author, touchpoint: Touchpoint, rows: RowReader): boolean {
  return keepsLane(author, touchpoint.laneId, rows) || isAcceptedOwner(author, touchpoint.id, rows)
}

/** Either end edits or removes a link. */
export function editsAnEnd(author: Author, link: Link, rows: RowReader): boolean {
  return [link.fromTouchpointId, link.toTouchpointId].some((touchpointId) => {
    const touchpoint = rows.get('touchpoint', touchpointId)
    return touchpoint !== undefined && editsTouchpoint(author, touchpoint, rows)
  })
}

/** Organisations active on a map, as far as the reader sees them. */
export function activeOrganisations(mapId: string, rows: RowReader): string[] {
  return rows
    .list('participant', 'mapId', mapId)
    .filter((participant) => !participant.deleted && participant.state === 'active')
    .map((participant) => participant.organisationId)
}

/** The convener invites to every map of its ecosystem, others to those on which it has granted them that. */
export function mayInvite(author: Author, ecosystemId: string, mapId: string, rows: RowReader): boolean {
  return (
    isConvener(author, ecosystemId, rows) ||
    rows
      .list('participant', 'mapId', mapId)
      .some(
        (participant) =>
          participant.organisationId === author.organisationId &&
          participant.state === 'active' &&
          participant.mayInvite,
      )
  )
}
