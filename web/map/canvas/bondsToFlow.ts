// The second halves of touchpoints that two lanes live, and what joins them to their cards, for React Flow.
import type { Edge, Node } from '@xyflow/react'
import type { Drawing, DrawnBond, DrawnCard, Point } from '../../../shared/layout/types.ts'
import type { CardSide, JourneyCard, Relation } from '../journey/journey.ts'
import type { Lens } from '../lens.ts'
import { handlesOf } from './handlesOf.ts'
import type { Showing } from './toFlow.ts'

export interface HalfData extends Record<string, unknown> {
  half: CardSide
  card: JourneyCard
  /** Name of the party whose own lane the touchpoint stands in. */
  homeName: string
  lens: Lens
  focused: boolean
  /** Its touchpoint is chosen; dragging that one does not take the half along. */
  chosen: boolean
  /** The side on which it is one with its card. */
  joined: Joined
}
export type HalfNodeType = Node<HalfData, 'half'>

export interface BondData extends Record<string, unknown> {
  points: Point[]
  /** The room between the two parts of a card drawn as one. */
  gap: { x: number; y: number; width: number; height: number } | null
  relations: { upper: Relation; lower: Relation }
  isProposed: boolean
  isSelected: boolean
  /** An end is being dragged: the drawn route does not hold. */
  loose: boolean
}
export type BondEdgeType = Edge<BondData, 'bond'>

export type Joined = 'up' | 'down' | 'both' | undefined

/** On which sides a drawn card is one with another part of its touchpoint. */
export function joinsOf(drawing: Drawing): ReadonlyMap<string, Joined> {
  const drawn = new Map(drawing.cards.map((card) => [card.id, card]))
  const joins = new Map<string, Joined>()
  const add = (id: string, joined: 'up' | 'down') => {
    const known = joins.get(id)
    joins.set(id, known && known !== joined ? 'both' : joined)
  }
  for (const bond of drawing.bonds) {
    if (!bond.isOne) continue
    const [upper, lower] = inOrder(bond, drawn)
    add(upper.id, 'down')
    add(lower.id, 'up')
  }
  return joins
}

export function halfNodes(
  { drawing, journey, visible, lens, selected, focusedId, dragged }: Showing,
  joins: ReadonlyMap<string, Joined>,
  ends: ReadonlySet<string>,
): HalfNodeType[] {
  return drawing.cards.flatMap((drawn): HalfNodeType[] => {
    const { id, x, y, width, height } = drawn
    const isShown = visible.cards.has(id) || dragged.has(id)
    const half = isShown || ends.has(id) ? journey.sides.get(id) : undefined
    const card = half && journey.cards.get(half.cardId)
    if (!half || !card) return []
    const homeName = journey.lanes.find((lane) => lane.id === card.laneId)?.name ?? ''
    const [focused, chosen] = [half.cardId === focusedId, selected.has(half.cardId)]
    const joined = dragged.size > 0 ? undefined : joins.get(id)
    const position = dragged.get(id) ?? { x, y }
    return [
      {
        ...{ id, type: 'half', position, width, height, measured: { width, height } },
        ...{ handles: handlesOf(width, height), draggable: true, selectable: false, hidden: !isShown },
        ...{
          zIndex: dragged.has(id) ? 10 : 0,
          data: { half, card, homeName, lens, focused, chosen, joined },
        },
      },
    ]
  })
}

export function bondEdges({ drawing, journey, visible, dragged, selected }: Showing): BondEdgeType[] {
  const drawn = new Map(drawing.cards.map((card) => [card.id, card]))
  return drawing.bonds.flatMap((bond): BondEdgeType[] => {
    const { id, cardId, points, isOne } = bond
    const half = journey.sides.get(id)
    const card = journey.cards.get(cardId)
    const isNear = [id, cardId].some((end) => visible.cards.has(end)) || visible.links.has(id)
    if (!half || !card || !isNear) return []
    const [upper, lower] = inOrder(bond, drawn)
    const relationOf = (part: DrawnCard) => (part.id === id ? half.relation : card.relation)
    const relations = { upper: relationOf(upper), lower: relationOf(lower) }
    const top = upper.y + upper.height
    const gap = isOne ? { x: upper.x, y: top, width: upper.width, height: lower.y - top } : null
    return [
      {
        ...{ id: `bond ${id}`, type: 'bond', source: cardId, target: id },
        ...{ sourceHandle: 'out', targetHandle: 'in', selectable: false, zIndex: 0 },
        ariaLabel: sideWords(half, card),
        data: {
          points,
          gap,
          relations,
          isProposed: half.isProposed,
          isSelected: selected.has(cardId),
          loose: dragged.has(cardId) || dragged.has(id),
        },
      },
    ]
  })
}

/** Which touchpoint is lived in two lanes, for those who do not see it. */
function sideWords(
  { partyName, label, isProposed }: CardSide,
  { touchpoint: { name } }: JourneyCard,
): string {
  return isProposed
    ? `${partyName} is asked to share ${name}`
    : `${name} is one with ${partyName}, there called ${label}`
}

function inOrder({ id, cardId }: DrawnBond, drawn: ReadonlyMap<string, DrawnCard>): [DrawnCard, DrawnCard] {
  const [card, half] = [drawn.get(cardId)!, drawn.get(id)!]
  return card.y < half.y ? [card, half] : [half, card]
}
