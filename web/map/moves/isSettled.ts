import type { Move, Touchpoint } from '../../../shared/model/rows.ts'
import type { Journey } from '../journey/journey.ts'
import { isInPlace } from './isInPlace.ts'

/** Whether the touchpoint stands by now where it was asked to stand; its order counts only where the order was what was asked for. */
export function isSettled(
  move: Move,
  touchpoint: Touchpoint,
  journey: Pick<Journey, 'cards' | 'sides' | 'ghosts'>,
): boolean {
  const isOfOrder = move.laneId === move.fromLaneId && move.stageId === move.fromStageId
  return isInPlace(touchpoint, isOfOrder ? move : { ...move, rank: touchpoint.rank }, journey)
}
