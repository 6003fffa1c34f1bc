// What the end customer sees stands above its lane's line of visibility, what happens behind the scenes below it.
import type { Journey } from './journey.ts'

type Parts = Pick<Journey, 'cards' | 'sides' | 'ghosts'>

/**
 * Whether a card, the half of one in another lane, or the ghost of one at a proposed place stands above the line. A half goes below with its touchpoint where
 * the lane has a line; it draws none of its own, so that it stays by the lane it is shared with.
 */
export function standsAbove(id: string, journey: Parts): boolean {
  const ghost = journey.ghosts.get(id)
  const part = journey.sides.get(id) ?? ghost
  if (part && !hasLineOfVisibility(part.laneId, journey)) return true
  if (ghost && ghost.move.customerSees !== null) return ghost.move.customerSees
  return journey.cards.get(part?.cardId ?? id)?.touchpoint.customerSees ?? true
}

/** Whether any of a lane's own cards happens behind the scenes. */
export function hasLineOfVisibility(laneId: string, { cards }: Pick<Journey, 'cards'>): boolean {
  return [...cards.values()].some((card) => card.laneId === laneId && !card.touchpoint.customerSees)
}
