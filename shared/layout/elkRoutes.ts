/** Reads ELK's routes, adds the ones it was not asked for, and makes room for stage headings. */
import { addToGroup } from './addToGroup.ts'
import { elkEdgeIds, round } from './elkGraph.ts'
import { verticalRoute } from './routes.ts'
import { assignSlots, type Leg } from './slots.ts'
import { missingWidths, type Spans } from './spans.ts'
import type { ElkEdge, ElkGraph, Point } from './types.ts'
import type { Wiring } from './wiring.ts'

const bracketStep = 11
const bracketPadding = 12

/** Per column: room right of its cards for the links that bracket it, which ELK cannot draw. */
export function stripWidths(wiring: Wiring): number[] {
  const brackets = bracketSlots(wiring)
  const widths = new Array<number>(wiring.board.columns.count).fill(0)
  for (const { column, slot } of brackets.values()) {
    widths[column] = Math.max(widths[column]!, bracketPadding + (slot + 1) * bracketStep)
  }
  return widths
}

/** Null when ELK's answer lacks a route. */
export function readElkRoutes(
  wiring: Wiring,
  graph: ElkGraph,
  spans: Spans,
  dy: number,
): { points: Point[][]; spans: Spans } | null {
  const edges = new Map((graph.edges ?? []).map((edge) => [edge.id, edge]))
  const node = graph.children?.find((child) => child.id === 'column0')
  const dx = spans.columns[0]!.x - (node?.x ?? 0)
  const stretched = stretch(wiring, spans)
  const brackets = bracketSlots(wiring)
  const points: Point[][] = []
  for (let index = 0; index < wiring.paths.length; index += 1) {
    const path = wiring.paths[index]!
    if (path.shape === 'vertical') {
      points.push(verticalRoute(wiring, index, stretched.spans))
      continue
    }
    if (path.shape === 'side') {
      points.push(bracketRoute(wiring, index, stretched.spans, brackets.get(index)!.slot))
      continue
    }
    const route = joinSections(elkEdgeIds(wiring, index).map((id) => edges.get(id)))
    if (!route) return null
    const moved = route.map(({ x, y }) => ({ x: stretched.move(round(x + dx)), y: round(y + dy) }))
    // The node is as wide as its column, the card may be narrower.
    moved[0]!.x = rightEdge(wiring, path.left, stretched.spans)
    points.push(moved)
  }
  return { points, spans: stretched.spans }
}

/** Columns that are too narrow for headings and labels get wider, and all that is right of them moves. */
function stretch(wiring: Wiring, spans: Spans): { spans: Spans; move: (x: number) => number } {
  const missing = missingWidths(wiring, spans)
  const edges = missing.map(({ column, missing: width }) => {
    const { x, width: own } = spans.columns[column]!
    return { after: x + own, width }
  })
  const move = (x: number) => edges.reduce((sum, edge) => (x > edge.after + 0.01 ? sum + edge.width : sum), x)
  const columns = spans.columns.map(({ x, width }, index) => {
    const added = missing.find(({ column }) => column === index)?.missing ?? 0
    return { x: move(x), width: width + added }
  })
  const channels = spans.channels.map(({ width }, index) => {
    const before = columns[index - 1]
    return { x: before ? before.x + before.width : 0, width }
  })
  return { spans: { columns, channels, width: move(spans.width) }, move }
}

function joinSections(edges: (ElkEdge | undefined)[]): Point[] | null {
  const points: Point[] = []
  for (const edge of edges) {
    const section = edge?.sections?.[0]
    if (!section) return null
    points.push(section.startPoint, ...(section.bendPoints ?? []), section.endPoint)
  }
  return points
}

function bracketRoute(wiring: Wiring, index: number, spans: Spans, slot: number): Point[] {
  const path = wiring.paths[index]!
  const { leftY, rightY } = wiring.ports[index]!
  const column = wiring.board.columns.ofCard[path.left]!
  const widest = Math.max(
    ...wiring.board.scene.cards
      .filter((_, card) => wiring.board.columns.ofCard[card] === column)
      .map((card) => card.width),
  )
  const x = spans.columns[column]!.x + widest + bracketPadding + slot * bracketStep
  return [
    { x: rightEdge(wiring, path.left, spans), y: leftY },
    { x, y: leftY },
    { x, y: rightY },
    { x: rightEdge(wiring, path.right, spans), y: rightY },
  ]
}

function bracketSlots({ board, paths, ports }: Wiring): Map<number, { column: number; slot: number }> {
  const legsOfColumn = new Map<number, { index: number; leg: Leg }[]>()
  paths.forEach((path, index) => {
    if (path.shape !== 'side') return
    const { leftY, rightY } = ports[index]!
    const ends: Leg['ends'] = [
      { at: leftY, side: -1 },
      { at: rightY, side: -1 },
    ]
    const leg: Leg = { low: Math.min(leftY, rightY), high: Math.max(leftY, rightY), ends }
    const column = board.columns.ofCard[path.left]!
    addToGroup(legsOfColumn, column, { index, leg })
  })
  const brackets = new Map<number, { column: number; slot: number }>()
  for (const [column, legs] of legsOfColumn) {
    const slots = assignSlots(
      legs.map(({ leg }) => leg),
      true,
    )
    legs.forEach(({ index }, position) => {
      brackets.set(index, { column, slot: slots[position]! })
    })
  }
  return brackets
}

function rightEdge({ board }: Wiring, card: number, spans: Spans): number {
  return spans.columns[board.columns.ofCard[card]!]!.x + board.scene.cards[card]!.width
}
