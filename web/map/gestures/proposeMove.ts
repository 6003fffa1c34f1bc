// Asking for another place for a card that is not ours to move.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { JourneyCard } from '../journey/journey.ts'
import type { Place } from '../moves/isInPlace.ts'

export type MoveProposal = Extract<ActionInput, { type: 'move.propose' }>

/** The card at another place; what is left out of the place stays as it is. */
export function proposeMove({ touchpoint }: JourneyCard, place: Partial<Place>): MoveProposal {
  const { laneId = touchpoint.laneId, stageId = touchpoint.stageId, rank = touchpoint.rank } = place
  const { customerSees = null } = place
  const id = crypto.randomUUID()
  return { type: 'move.propose', id, touchpointId: touchpoint.id, laneId, stageId, rank, customerSees }
}
