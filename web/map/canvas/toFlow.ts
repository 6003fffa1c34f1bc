// The nodes and edges React Flow draws: only what lies within the window, and the same objects for what is unchanged.
import type { Edge, Node } from '@xyflow/react'
import type { Drawing, DrawnCard, DrawnLink, DrawnStage, Point } from '../../../shared/layout/types.ts'
import type { Stage } from '../../../shared/model/rows.ts'
import type { Journey, JourneyCard, JourneyLink } from '../journey/journey.ts'
import { stageIdOf } from '../journey/layoutInput.ts'
import { linkEnds } from '../journey/linkEnds.ts'
import { type Heat, hasLenses, type Lens } from '../lens.ts'
import {
  type BondEdgeType,
  bondEdges,
  type HalfNodeType,
  halfNodes,
  type Joined,
  joinsOf,
} from './bondsToFlow.ts'
import { placeWords } from './cardWords.ts'
import { type GhostNodeType, ghostNodes } from './ghostsToFlow.ts'
import { handlesOf } from './handlesOf.ts'
import { linkWords } from './linkWords.ts'
import type { Pin } from './pin.ts'
import { pinFlow } from './pinnedFlow.ts'

export interface CardData extends Record<string, unknown> {
  card: JourneyCard
  lens: Lens
  heat: Heat
  focused: boolean
  /** The name is being typed on the card. */
  naming: boolean
  /** Names of the lane and stage, for those who do not see the canvas. */
  place: string
  /** The side on which it is one with its half in another lane. */
  joined: Joined
}
export type CardNodeType = Node<CardData, 'card'>

export interface OwnStageData extends Record<string, unknown> {
  stage: Stage
}
export type OwnStageNodeType = Node<OwnStageData, 'ownStage'>

export interface LinkData extends Record<string, unknown> {
  item: JourneyLink
  points: Point[]
  label: Point | null
  hiddenLabel: boolean
  lens: Lens
  /** An end is being dragged: the drawn route does not hold. */
  loose: boolean
  /** Set where it runs into the lane that is pinned: whether this is the whole route or its part within the lane. */
  part?: 'whole' | 'start' | 'end'
}
export type LinkEdgeType = Edge<LinkData, 'link'>
export type MapNode = CardNodeType | HalfNodeType | GhostNodeType | OwnStageNodeType
export type MapEdge = LinkEdgeType | BondEdgeType

export interface FlowView {
  nodes: MapNode[]
  edges: MapEdge[]
}

export interface Showing {
  journey: Journey
  drawing: Drawing
  /** Cards and links within the window. */
  visible: { cards: ReadonlySet<string>; links: ReadonlySet<string> }
  lens: Lens
  /** By marks, unless told. */
  heat?: Heat
  selected: ReadonlySet<string>
  focusedId: string | null
  namingId: string | null
  /** Where cards are while they are being dragged. */
  dragged: ReadonlyMap<string, Point>
  /** What stays in sight at the bottom, while it does. */
  pin?: Pin | null
}

/** @param previous the last view, whose unchanged nodes and edges are used again */
export function toFlow(showing: Showing, previous: FlowView = { nodes: [], edges: [] }): FlowView {
  const nodesBefore = new Map(previous.nodes.map((node) => [node.id, node]))
  const edgesBefore = new Map(previous.edges.map((edge) => [edge.id, edge]))
  const edges = [...bondEdges(showing), ...linkEdges(showing)]
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const joins = joinsOf(showing.drawing)
  const nodes = [
    ...ownStageNodes(showing),
    ...cardNodes(showing, ends, joins),
    ...halfNodes(showing, joins, ends),
    ...ghostNodes(showing),
  ]
  const shown = pinFlow({ nodes, edges }, showing.pin ?? null)
  return {
    nodes: shown.nodes.map((node) => again(nodesBefore.get(node.id) as typeof node, node)),
    edges: shown.edges.map((edge) => again(edgesBefore.get(edge.id) as typeof edge, edge)),
  }
}

/** The same nodes while a hand carries some of them on: all others are the same objects still. */
export function carried(nodes: readonly MapNode[], positions: ReadonlyMap<string, Point>): MapNode[] {
  return nodes.map((node) => {
    const position = positions.get(node.id)
    return position ? { ...node, position } : node
  })
}

function cardNodes(
  showing: Showing,
  ends: ReadonlySet<string>,
  joins: ReadonlyMap<string, Joined>,
): CardNodeType[] {
  const { visible, focusedId, dragged, namingId } = showing
  return showing.drawing.cards.flatMap((drawn): CardNodeType[] => {
    const { id } = drawn
    const isShown = visible.cards.has(id) || dragged.has(id) || id === focusedId || id === namingId
    const card = isShown || ends.has(id) ? showing.journey.cards.get(id) : undefined
    const joined = dragged.size > 0 ? undefined : joins.get(id)
    // Out of sight it only holds the end of a link.
    return card ? [{ ...cardNode(card, drawn, showing, joined), hidden: !isShown }] : []
  })
}

function cardNode(card: JourneyCard, drawn: DrawnCard, showing: Showing, joined: Joined): CardNodeType {
  const { id, width, height } = drawn
  const naming = id === showing.namingId
  return {
    id,
    type: 'card',
    position: showing.dragged.get(id) ?? { x: drawn.x, y: drawn.y },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(width, height),
    selected: showing.selected.has(id),
    draggable: !naming,
    zIndex: showing.dragged.has(id) ? 10 : 0,
    data: {
      card,
      lens: showing.lens,
      heat: showing.heat ?? 'marks',
      focused: id === showing.focusedId,
      naming,
      place: placeWords(card, showing.journey),
      joined,
    },
  }
}

function ownStageNodes({ drawing, journey }: Showing): OwnStageNodeType[] {
  const stages = new Map(journey.lanes.flatMap(({ stages }) => stages).map((stage) => [stage.id, stage]))
  return drawing.stages.flatMap((drawn: DrawnStage): OwnStageNodeType[] => {
    const stage = drawn.laneId === null ? undefined : stages.get(stageIdOf(drawn.id))
    if (!stage) return []
    const { x, y, width, height } = drawn
    return [
      {
        id: `stage ${drawn.id}`,
        type: 'ownStage',
        position: { x, y },
        width,
        height,
        measured: { width, height },
        draggable: false,
        selectable: false,
        zIndex: -1,
        data: { stage },
      },
    ]
  })
}

function linkEdges({
  drawing,
  journey,
  visible,
  lens,
  dragged,
  selected,
  focusedId,
}: Showing): LinkEdgeType[] {
  return drawing.links.flatMap((drawn: DrawnLink): LinkEdgeType[] => {
    const item = visible.links.has(drawn.id) ? journey.links.get(drawn.id) : undefined
    if (!item) return []
    const [source, target] = linkEnds(item.link, journey)
    const { points, hiddenLabel = false } = drawn
    const label = hasLenses(journey) ? drawn.label : null
    const loose = dragged.has(source) || dragged.has(target)
    const isSelected = selected.has(drawn.id) || drawn.id === focusedId
    return [
      {
        id: drawn.id,
        type: 'link',
        source,
        target,
        sourceHandle: 'out',
        targetHandle: 'in',
        selected: isSelected,
        selectable: true,
        zIndex: isSelected ? 1 : 0,
        interactionWidth: 14,
        ariaLabel: linkWords(item, journey),
        data: { item, points, label, hiddenLabel, lens, loose },
      },
    ]
  })
}

/** The earlier object when nothing on it has changed, so that React Flow and React leave it alone. */
function again<Item extends MapNode | MapEdge>(before: Item | undefined, now: Item): Item {
  return before && isSame(before, now) ? before : now
}

/** Rows are replaced whole when they change, so that comparing them by identity is enough. */
function isSame(left: unknown, right: unknown, depth = 0): boolean {
  if (Object.is(left, right)) return true
  if (depth > 5 || typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false
  if (isRow(left) || isRow(right)) return false
  if (left instanceof Set && right instanceof Set) {
    return left.size === right.size && [...left].every((item) => right.has(item))
  }
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => isSame(left[key as never], right[key as never], depth + 1))
  )
}

function isRow(value: object): boolean {
  return 'ecosystemId' in value
}
