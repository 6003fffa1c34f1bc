// Moving a touchpoint needs the keepers of both lanes; whoever proposes it asks those it does not speak for.
import type { RowReader } from '../edits/reader.ts'
import type { Move, Touchpoint } from '../model/rows.ts'
import type { Author } from './author.ts'
import { keepersAsked } from './keepersAsked.ts'
import { keepsLane } from './standing.ts'

/** The organisations whose yes it takes; whoever proposed it where meanwhile it keeps both lanes itself. */
export function organisationsDeciding(
  move: Pick<Move, 'touchpointId' | 'laneId' | 'addedByOrganisationId'>,
  rows: RowReader,
): string[] {
  const keepers = keepersAsked({ kind: 'move', after: move }, rows)
  const others = keepers.filter((id) => id !== move.addedByOrganisationId)
  return others.length > 0 ? others : keepers
}

/** Of these, who has not agreed yet. */
export function yesStillNeeded(move: Move, rows: RowReader): string[] {
  return organisationsDeciding(move, rows).filter((id) => !move.agreedOrganisationIds.includes(id))
}

export function decidesMove(author: Author, move: Move, rows: RowReader): boolean {
  return organisationsDeciding(move, rows).includes(author.organisationId)
}

/** Both lanes are the author's: there is nobody to ask. */
export function asksOnlyOneself(
  author: Author,
  fromLaneId: string,
  toLaneId: string,
  rows: RowReader,
): boolean {
  return keepsLane(author, fromLaneId, rows) && keepsLane(author, toLaneId, rows)
}

/** Whether there is nothing left to move: lane, stage, order and side are those the touchpoint has. */
export function standsAt(
  { laneId, stageId, rank, customerSees }: Pick<Move, 'laneId' | 'stageId' | 'rank' | 'customerSees'>,
  touchpoint: Pick<Touchpoint, 'laneId' | 'stageId' | 'rank' | 'customerSees'>,
): boolean {
  const isSameCell = touchpoint.laneId === laneId && touchpoint.stageId === stageId
  return (
    isSameCell &&
    touchpoint.rank === rank &&
    (customerSees ?? touchpoint.customerSees) === touchpoint.customerSees
  )
}
