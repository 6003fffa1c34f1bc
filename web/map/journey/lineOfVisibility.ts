// What the end customer sees stands above its lane's line of visibility, what happens behind the scenes below it.
import type { Journey } from './journey.ts'

type Parts = Pick<Journey, 'cards' | 'sides'>

/**
 * Whether a card, or the half of one in another lane, stands above the line. A half goes below with its touchpoint where
 * the lane has a line; it draws none of its own, so that it stays by the lane it is shared with.
 */
export function standsAbove(id: string, journey: Parts): boolean {
  const side = journey.sides.get(id)
  if (side && !hasLineOfVisibility(side.laneId, journey)) return true
  return journey.cards.get(side?.cardId ?? id)?.touchpoint.customerSees ?? true
}

/** Whether any of a lane's own cards happens behind the scenes. */
export function hasLineOfVisibility(laneId: string, { cards }: Parts): boolean {
  return [...cards.values()].some((card) => card.laneId === laneId && !card.touchpoint.customerSees)
}
