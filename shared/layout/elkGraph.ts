/**
 * The wiring as a graph for ELK's layered algorithm, pinned so that ELK only routes: layers are our columns,
 * order and y are ours, and a long link is cut into flat nodes, one per column it passes.
 */
import type { Spans } from './spans.ts'
import type { ElkEdge, ElkGraph, ElkNode, ElkPort } from './types.ts'
import type { Wiring } from './wiring.ts'

const layerStep = 10000

const graphOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.cycleBreaking.strategy': 'INTERACTIVE',
  'elk.layered.layering.strategy': 'INTERACTIVE',
  'elk.layered.interactiveReferencePoint': 'TOP_LEFT',
  'elk.layered.crossingMinimization.semiInteractive': 'true',
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
  'elk.layered.thoroughness': '1',
  'elk.layered.nodePlacement.strategy': 'INTERACTIVE',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.spacing.nodeNode': '1',
  'elk.spacing.edgeNode': '0',
  'elk.spacing.edgeEdge': '0',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
}

/** The edges of a path from left to right; empty for a path that ELK does not route. */
export function elkEdgeIds({ board, paths }: Wiring, index: number): string[] {
  const path = paths[index]!
  if (path.shape === 'vertical' || path.shape === 'side') return []
  const legs = board.columns.ofCard[path.right]! - board.columns.ofCard[path.left]!
  return Array.from({ length: legs }, (_, leg) => `edge${index} ${leg}`)
}

export function elkNodeId(card: number): string {
  return `card${card}`
}

export function elkColumnId(column: number): string {
  return `column${column}`
}

/** @param widths per column: its cards and the strip for brackets right of them */
export function buildElkGraph(wiring: Wiring, widths: number[]): ElkGraph {
  const { board, bands } = wiring
  const children: ElkNode[] = board.scene.cards.map((card, index) => {
    const column = board.columns.ofCard[index]!
    const y = bands.middles[index]! - card.height / 2
    return pinnedNode(elkNodeId(index), column, y, widths[column]!, card.height)
  })
  // A column of its own above everything keeps the layers even where no card stands.
  widths.forEach((width, column) => {
    children.push(pinnedNode(elkColumnId(column), column, -layerStep, width, 1))
  })
  const edges: ElkEdge[] = []
  wiring.paths.forEach((_, index) => {
    addPath(wiring, index, widths, children, edges)
  })
  return { id: 'map', layoutOptions: graphOptions, children, edges }
}

function addPath(wiring: Wiring, index: number, widths: number[], nodes: ElkNode[], edges: ElkEdge[]): void {
  const ids = elkEdgeIds(wiring, index)
  if (ids.length === 0) return
  const { board, paths } = wiring
  const { leftY, rightY, runY } = wiring.ports[index]!
  const { left, right } = paths[index]!
  const first = board.columns.ofCard[left]!
  let source = addPort(nodes[left]!, `out${index}`, 'EAST', leftY)
  ids.forEach((id, leg) => {
    const column = first + leg + 1
    if (leg === ids.length - 1) {
      const target = addPort(nodes[right]!, `in${index}`, 'WEST', rightY)
      edges.push({ id, sources: [source], targets: [target] })
      return
    }
    const pass = pinnedNode(`pass${index} ${column}`, column, runY, widths[column]!, 0)
    const target = addPort(pass, `in${index} ${column}`, 'WEST', runY)
    nodes.push(pass)
    edges.push({ id, sources: [source], targets: [target] })
    source = addPort(pass, `out${index} ${column}`, 'EAST', runY)
  })
}

function pinnedNode(id: string, column: number, y: number, width: number, height: number): ElkNode {
  const x = column * layerStep
  const layoutOptions = { 'elk.portConstraints': 'FIXED_POS', 'elk.position': `(${x},${y})` }
  return { id, x, y, width, height, ports: [], layoutOptions }
}

function addPort(node: ElkNode, id: string, side: 'EAST' | 'WEST', y: number): string {
  const x = side === 'EAST' ? node.width! : 0
  const port: ElkPort = {
    id,
    x,
    y: y - node.y!,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
  }
  node.ports!.push(port)
  return id
}

/** Reads where ELK put the columns; the last channel and the first get their usual width. */
export function readElkSpans(graph: ElkGraph, widths: number[], edge: number): Spans {
  const nodes = new Map((graph.children ?? []).map((node) => [node.id, node]))
  const xs = widths.map((_, column) => nodes.get(elkColumnId(column))?.x ?? 0)
  const offset = edge - xs[0]!
  const spans: Spans = { columns: [], channels: [], width: 0 }
  widths.forEach((width, column) => {
    const x = round(xs[column]! + offset)
    spans.channels.push({ x: spans.width, width: x - spans.width })
    spans.columns.push({ x, width })
    spans.width = x + width
  })
  spans.channels.push({ x: spans.width, width: edge })
  spans.width += edge
  return spans
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
