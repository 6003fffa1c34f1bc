// What of an ecosystem is an organisation's own: what it says, what it wrote, and what stands in lanes it answers for.
import type { AnyRow, Party, RowKind, RowOf } from '../model/rows.ts'
import { holderOnMap } from '../rules/standing.ts'
import { living, type SeenRows } from './seenRows.ts'

/**
 * It says so itself; it holds the lane or party, or shapes the map; it co-owns the card; it keeps the lane while nobody holds
 * it; or it wrote what others hold.
 */
export type WhyOurs = 'said' | 'held' | 'coOwned' | 'kept' | 'written'

/** @returns null for what is not this organisation's */
export function whyOurs(kind: RowKind, row: AnyRow, organisationId: string, rows: SeenRows): WhyOurs | null {
  if (isSaidBy(row, organisationId)) return 'said'
  const stands = standsWith[kind] as ((row: AnyRow, standing: Standing) => boolean) | undefined
  const holds = { organisationId, rows, isTheirs: isHeldBy }
  if (stands?.(row, holds)) return 'held'
  if (touchpointsOf(kind, row).some((id) => isCoOwned(id, holds))) return 'coOwned'
  if (stands?.(row, { ...holds, isTheirs: isKeptBy })) return 'kept'
  return row.addedByOrganisationId === organisationId ? 'written' : null
}

/** Also what we answered to what somebody else asked. */
function isSaidBy(row: AnyRow, organisationId: string): boolean {
  if ('organisationId' in row && row.organisationId === organisationId) return true
  const isAnswered = 'state' in row && answers.has(row.state)
  if ('askedOrganisationId' in row) return isAnswered && row.askedOrganisationId === organisationId
  return 'toOrganisationId' in row && isAnswered && row.toOrganisationId === organisationId
}

const answers: ReadonlySet<string> = new Set(['done', 'accepted', 'declined'])

interface Standing {
  organisationId: string
  rows: SeenRows
  /** Whether a party is this organisation's, on a map or as such. */
  isTheirs(party: Party, mapId: string | null, standing: Standing): boolean
}

function isHeldBy(
  { heldByOrganisationId }: Party,
  _mapId: string | null,
  { organisationId }: Standing,
): boolean {
  return heldByOrganisationId === organisationId
}

function isKeptBy(party: Party, mapId: string | null, { organisationId, rows }: Standing): boolean {
  const holder = mapId === null ? party.heldByOrganisationId : holderOnMap(party, mapId, rows)
  return holder === null && party.stewardOrganisationId === organisationId
}

const standsWith: { [K in RowKind]?: (row: RowOf<K>, standing: Standing) => boolean } = {
  ecosystem: (row, { organisationId }) => row.convenerOrganisationId === organisationId,
  map: (row, standing) => organises(row, standing),
  party: (row, standing) => standing.isTheirs(row, null, standing),
  lane: ({ partyId, mapId }, standing) => isOfParty(partyId, mapId, standing),
  stage: (row, standing) => (row.laneId === null ? organises(row, standing) : isInLane(row.laneId, standing)),
  touchpoint: ({ laneId }, standing) => isInLane(laneId, standing),
  side: ({ laneId }, standing) => isInLane(laneId, standing),
  ownership: ({ partyId, mapId }, standing) => isOfParty(partyId, mapId, standing),
  link: ({ fromTouchpointId, toTouchpointId }, standing) =>
    [fromTouchpointId, toTouchpointId].some((id) => {
      const touchpoint = living('touchpoint', id, standing.rows)
      return touchpoint !== undefined && isInLane(touchpoint.laneId, standing)
    }),
}

function touchpointsOf(kind: RowKind, row: AnyRow): string[] {
  if (kind === 'touchpoint') return [row.id]
  return 'fromTouchpointId' in row ? [row.fromTouchpointId, row.toTouchpointId] : []
}

/** Others hold the lane, and we deliver the card with them or live it in a lane of ours as well. */
function isCoOwned(id: string, standing: Standing): boolean {
  const { rows } = standing
  const isAccepted = (row: { deleted: boolean; state: string }) => !row.deleted && row.state === 'accepted'
  return (
    rows
      .list('ownership', 'touchpointId', id)
      .some((row) => isAccepted(row) && isOfParty(row.partyId, row.mapId, standing)) ||
    rows.list('side', 'touchpointId', id).some((row) => isAccepted(row) && isInLane(row.laneId, standing))
  )
}

/** The convener shapes the maps and the stages all lanes share. */
function organises({ ecosystemId }: AnyRow, { organisationId, rows }: Standing): boolean {
  return living('ecosystem', ecosystemId, rows)?.convenerOrganisationId === organisationId
}

function isInLane(laneId: string, standing: Standing): boolean {
  const lane = living('lane', laneId, standing.rows)
  return lane !== undefined && isOfParty(lane.partyId, lane.mapId, standing)
}

function isOfParty(partyId: string, mapId: string, standing: Standing): boolean {
  const party = living('party', partyId, standing.rows)
  return party !== undefined && standing.isTheirs(party, mapId, standing)
}
