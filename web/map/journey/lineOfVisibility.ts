// What the end customer sees stands above its lane's line of visibility, what happens behind the scenes below it.
import type { Journey } from './journey.ts'

/** Whether the end customer sees a touchpoint, asked for its card or for the half of it in another lane. */
export function isSeen(id: string, { cards, sides }: Pick<Journey, 'cards' | 'sides'>): boolean {
  return cards.get(sides.get(id)?.cardId ?? id)?.touchpoint.customerSees ?? true
}

/** Whether anything stands behind the scenes in a lane. */
export function hasLineOfVisibility(laneId: string, journey: Pick<Journey, 'cards' | 'sides'>): boolean {
  return [...journey.cards.values(), ...journey.sides.values()].some((part) => {
    return part.laneId === laneId && !isSeen(part.id, journey)
  })
}
