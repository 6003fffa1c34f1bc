// Whose yes a proposal waits for.
import type { RowReader } from '../edits/reader.ts'
import type { Link, Move, Ownership, Side, Touchpoint } from '../model/rows.ts'
import { holderOnMap } from './standing.ts'

/** What one organisation proposes and another one decides, as a row or as the change that makes it. */
export type Asking =
  | { kind: 'touchpoint'; after: Touchpoint }
  | { kind: 'link'; after: Link }
  | { kind: 'ownership'; after: Ownership }
  | { kind: 'side'; after: Side }
  | { kind: 'move'; after: Pick<Move, 'touchpointId' | 'laneId'> }

/** The organisations at the place a proposal is about, each once; whoever proposes it may be among them. */
export function keepersAsked(asking: Asking, rows: RowReader): string[] {
  return [...new Set(keepersAt(asking, rows))]
}

function keepersAt({ kind, after: row }: Asking, rows: RowReader): string[] {
  if (kind === 'link')
    return [row.fromTouchpointId, row.toTouchpointId].flatMap((id) => keepersOfTouchpoint(id, rows))
  if (kind === 'ownership')
    return [...keepersOfTouchpoint(row.touchpointId, rows), ...keepersOfParty(row.partyId, row.mapId, rows)]
  if (kind === 'side' || kind === 'move')
    return [...keepersOfLane(row.laneId, rows), ...keepersOfTouchpoint(row.touchpointId, rows)]
  return keepersOfLane(row.laneId, rows)
}

/** Who lives the lane in which a touchpoint stands; nobody when it is not there for the reader. */
export function keepersOfTouchpoint(touchpointId: string, rows: RowReader): string[] {
  const touchpoint = rows.get('touchpoint', touchpointId)
  return touchpoint ? keepersOfLane(touchpoint.laneId, rows) : []
}

function keepersOfLane(laneId: string, rows: RowReader): string[] {
  const lane = rows.get('lane', laneId)
  return lane ? keepersOfParty(lane.partyId, lane.mapId, rows) : []
}

function keepersOfParty(partyId: string, mapId: string, rows: RowReader): string[] {
  const party = rows.get('party', partyId)
  return party ? [holderOnMap(party, mapId, rows) ?? party.stewardOrganisationId] : []
}
