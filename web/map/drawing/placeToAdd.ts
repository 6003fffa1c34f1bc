import { spacing } from '../../../shared/layout/spacing.ts'
import type { Drawing, Point } from '../../../shared/layout/types.ts'
import { standingIn } from '../gestures/shapes.ts'
import type { Journey } from '../journey/journey.ts'
import { type Cell, cellAt, type Room, roomOf } from './cells.ts'

/** Where a new card goes that is begun at a point of the drawing. */
export function placeToAdd(point: Point, drawing: Drawing, journey: Journey): Cell | null {
  return firstBehind(point, drawing, journey)?.cell ?? cellAt(point, drawing, journey)
}

/**
 * The foot of a cell, at a point within it, whose lane has no line of visibility yet: a card begun there is the first
 * behind the scenes. A lane without cards begins with what is seen, and the end customer's lane holds nothing else.
 */
export function firstBehind(
  point: Point,
  drawing: Drawing,
  journey: Journey,
): { cell: Cell; room: Room } | null {
  const cell = cellAt(point, drawing, journey)
  const lane = journey.lanes.find(({ id }) => id === cell?.laneId)
  const whole = cell && roomOf(cell, drawing, journey)
  if (!lane || !whole || lane.isCustomer || cell.customerSees !== undefined) return null
  const room = { ...whole, y: whole.y + whole.height - spacing.laneEdge, height: spacing.laneEdge }
  if (point.y < room.y || point.y > room.y + room.height || standingIn([lane], journey).length === 0)
    return null
  return { cell: { ...cell, customerSees: false }, room }
}
