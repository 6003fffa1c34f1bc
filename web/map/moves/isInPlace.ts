import type { Touchpoint } from '../../../shared/model/rows.ts'
import { placesIn } from '../gestures/fromFlow.ts'
import type { Journey } from '../journey/journey.ts'
import { standsAbove } from '../journey/lineOfVisibility.ts'

/** Where a touchpoint stands, or would; the side of the line of visibility only where it is meant. */
export type Place = Pick<Touchpoint, 'laneId' | 'stageId' | 'rank'> & { customerSees?: boolean | null }

/** Whether the touchpoint stands there already: in that stage and lane, on that side, between the same others. */
export function isInPlace(
  touchpoint: Touchpoint,
  { laneId, stageId, rank, customerSees }: Place,
  journey: Pick<Journey, 'cards' | 'sides' | 'ghosts'>,
  moving: ReadonlySet<string> = new Set([touchpoint.id]),
): boolean {
  if (touchpoint.laneId !== laneId || touchpoint.stageId !== stageId) return false
  if ((customerSees ?? touchpoint.customerSees) !== touchpoint.customerSees) return false
  const side = standsAbove(touchpoint.id, journey)
  const others = placesIn({ laneId, stageId }, journey).filter(
    ({ id }) => !moving.has(id) && standsAbove(id, journey) === side,
  )
  return others.every((other) => other.rank < rank === other.rank < touchpoint.rank)
}
