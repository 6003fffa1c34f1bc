import { composeDrawing } from './composeDrawing.ts'
import { placeAndWire, routeWiring } from './drawLayout.ts'
import { buildElkGraph, elkNodeId, readElkSpans } from './elkGraph.ts'
import { readElkRoutes, stripWidths } from './elkRoutes.ts'
import { findLayoutViolations } from './findLayoutViolations.ts'
import { hashLayoutInput } from './hashLayoutInput.ts'
import { spacing } from './spacing.ts'
import { widestCards } from './spans.ts'
import type { Drawing, ElkGraph, ElkLike, LayoutInput } from './types.ts'
import type { Wiring } from './wiring.ts'

const tolerance = 0.01

/**
 * Draws a map with the links routed by ELK. Placement is the same as in `drawLayout`; should ELK fail, move a
 * card or break a rule of the checker, our own router's drawing is returned instead.
 */
export async function drawLayoutWithElk(
  input: LayoutInput,
  elk: ElkLike,
  previous?: Drawing,
): Promise<Drawing> {
  const wiring = placeAndWire(input, previous)
  const ownDrawing = routeWiring(wiring)
  const drawing = await routeWithElk(wiring, elk)
  const isSound = drawing !== null && findLayoutViolations(input, drawing).length === 0
  return { ...(isSound ? drawing : ownDrawing), inputHash: hashLayoutInput(input) }
}

/** Null when ELK fails or does not keep to our places. */
export async function routeWithElk(wiring: Wiring, elk: ElkLike): Promise<Drawing | null> {
  const strips = stripWidths(wiring)
  const widths = widestCards(wiring.board).map((width, column) => width + strips[column]!)
  let graph: ElkGraph
  try {
    graph = await elk.layout(buildElkGraph(wiring, widths))
  } catch {
    return null
  }
  const dy = verticalShift(wiring, graph)
  if (dy === null) return null
  const spans = readElkSpans(graph, widths, spacing.edge)
  const routes = readElkRoutes(wiring, graph, spans, dy)
  return routes && composeDrawing(wiring, routes.spans, routes.points)
}

/** ELK moves the whole drawing by one amount; null when cards moved against each other. */
function verticalShift({ board, bands }: Wiring, graph: ElkGraph): number | null {
  const nodes = new Map((graph.children ?? []).map((node) => [node.id, node]))
  let shift: number | null = 0
  board.scene.cards.forEach((card, index) => {
    const dy = bands.middles[index]! - card.height / 2 - (nodes.get(elkNodeId(index))?.y ?? Number.NaN)
    if (index === 0) shift = dy
    else if (shift !== null && !(Math.abs(dy - shift) < tolerance)) shift = null
  })
  return shift
}
