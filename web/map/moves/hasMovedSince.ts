import type { Move, Touchpoint } from '../../../shared/model/rows.ts'

/** Whether the touchpoint stands elsewhere by now than when this move was proposed for it. */
export function hasMovedSince(
  { fromLaneId, fromStageId }: Pick<Move, 'fromLaneId' | 'fromStageId'>,
  { laneId, stageId }: Pick<Touchpoint, 'laneId' | 'stageId'>,
): boolean {
  return fromLaneId !== laneId || fromStageId !== stageId
}
