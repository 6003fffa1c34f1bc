// Of what React Flow draws, the part that is pinned: above the rest, and routes into it once more from its edge on.
import type { BondEdgeType } from './bondsToFlow.ts'
import styles from './Pinned.module.css'
import { type Pin, pinnedPart } from './pin.ts'
import type { FlowView, LinkEdgeType, MapEdge, MapNode } from './toFlow.ts'

const level = { lines: 6, cards: 7, hand: 10 }

/** @param pin null while nothing is pinned */
export function pinFlow({ nodes, edges }: FlowView, pin: Pin | null): FlowView {
  if (!pin) return { nodes, edges }
  const isPinned = (id: string) => pin.ids.has(id)
  return {
    nodes: nodes.map((node) => (belongs(node, pin) ? raised(node) : node)),
    edges: edges.flatMap((edge): MapEdge[] => {
      const ends = [edge.source, edge.target].filter(isPinned).length
      if (ends === 0) return [edge]
      if (edge.data?.loose) return [{ ...edge, zIndex: level.lines }]
      if (ends === 2) return [within(edge)]
      return edge.type === 'bond' ? acrossBond(edge, pin) : acrossLink(edge as LinkEdgeType, pin)
    }),
  }
}

function belongs(node: MapNode, pin: Pin): boolean {
  return node.type === 'ownStage' ? node.position.y >= pin.top : pin.ids.has(node.id)
}

function raised<Item extends MapNode>(node: Item): Item {
  const zIndex = (node.zIndex ?? 0) >= level.hand ? level.hand : level.cards
  return { ...node, className: styles.pinned!, zIndex }
}

function within(edge: MapEdge): MapEdge {
  const data = edge.type === 'link' && edge.data ? { data: { ...edge.data, part: 'whole' as const } } : {}
  return { ...edge, ...data, className: styles.pinned!, zIndex: level.lines } as MapEdge
}

/** The whole route, and above it the part within the pinned lane; what passes is said in one of the two. */
function acrossLink(edge: LinkEdgeType, pin: Pin): LinkEdgeType[] {
  const data = edge.data!
  const isLabelBelow = data.label !== null && data.label.y >= pin.top
  const whole = isLabelBelow ? { ...edge, data: { ...data, label: null, part: 'whole' as const } } : edge
  const points = pinnedPart(data.points, pin)
  const part = pin.ids.has(edge.target) ? ('end' as const) : ('start' as const)
  const label = isLabelBelow ? data.label : null
  const below = { ...upFront(edge), data: { ...data, points, label, part } }
  return [whole, below]
}

function acrossBond(edge: BondEdgeType, pin: Pin): BondEdgeType[] {
  const data = edge.data!
  const { lower } = data.relations
  const gap = data.gap && { ...data.gap, y: pin.top, height: data.gap.y + data.gap.height - pin.top }
  const points = pinnedPart(data.points, pin)
  return [edge, { ...upFront(edge), data: { ...data, points, gap, relations: { upper: lower, lower } } }]
}

/** Seen, but not said: the whole route says it already. */
function upFront<Item extends MapEdge>(edge: Item): Item {
  const domAttributes = { 'aria-hidden': true }
  return { ...edge, id: `${edge.id} pinned`, className: styles.pinned!, zIndex: level.lines, domAttributes }
}
