/** Touchpoints of two lanes: both cards joined, as one across two neighbouring lanes or by a band that ends at both. */
import { touches } from './linkViolations.ts'
import type { Drawing, DrawnBond, DrawnCard, LayoutInput, LayoutViolation } from './types.ts'

const tolerance = 0.01

export function findBondViolations(input: LayoutInput, drawing: Drawing): LayoutViolation[] {
  const cards = new Map(drawing.cards.map((card) => [card.id, card]))
  const drawn = new Map(drawing.bonds.map((bond) => [bond.id, bond]))
  const laneOf = new Map(input.cards.map(({ id, laneId }) => [id, laneId]))
  return (input.bonds ?? []).flatMap(({ id, cardId }): LayoutViolation[] => {
    const [own, other] = [cards.get(cardId), cards.get(id)]
    if (!own || !other || laneOf.get(cardId) === laneOf.get(id)) return []
    const bond = drawn.get(id)
    if (!bond) return [{ kind: 'missingBond', ids: [id], message: 'The two cards are not joined.' }]
    if (bond.isOne ? isOneCard(own, other, drawing) : endsAtBoth(bond, own, other)) return []
    return [{ kind: 'bondApart', ids: [id, cardId], message: 'The two cards do not meet.' }]
  })
}

/** What a card drawn as one covers between its two parts, as boxes that nothing else may enter. */
export function gapsOfBonds({ bonds, cards }: Drawing): DrawnCard[] {
  return bonds.flatMap(({ id, cardId, isOne }) => {
    const [upper, lower] = cards
      .filter((card) => card.id === id || card.id === cardId)
      .toSorted((a, b) => a.y - b.y)
    if (!isOne || !upper || !lower) return []
    const y = upper.y + upper.height
    return [{ ...upper, id: `${id} across`, y, height: lower.y - y }]
  })
}

/** One above the other, same width, in lanes next to each other. */
function isOneCard(own: DrawnCard, other: DrawnCard, { lanes }: Drawing): boolean {
  const laneAt = (card: DrawnCard) =>
    lanes.findIndex(({ y, height }) => card.y >= y - tolerance && card.y <= y + height + tolerance)
  return (
    Math.abs(own.x - other.x) <= tolerance &&
    Math.abs(own.width - other.width) <= tolerance &&
    Math.abs(laneAt(own) - laneAt(other)) === 1
  )
}

function endsAtBoth({ points }: DrawnBond, own: DrawnCard, other: DrawnCard): boolean {
  return points.length > 1 && touches(points[0], own) && touches(points.at(-1), other)
}
