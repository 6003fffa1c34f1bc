import { buildBoard } from './board.ts'
import { assignChannels } from './channels.ts'
import { assignColumns } from './columns.ts'
import { composeDrawing } from './composeDrawing.ts'
import { hashLayoutInput } from './hashLayoutInput.ts'
import { readPreviousPlaces } from './previousPlaces.ts'
import { drawRoutes } from './routes.ts'
import { assignRows } from './rows.ts'
import { readScene } from './scene.ts'
import { layColumns } from './spans.ts'
import type { Drawing, LayoutInput } from './types.ts'
import { planWiring, type Wiring } from './wiring.ts'

/**
 * Draws a map with our own router, at once. The same input and previous drawing give the same drawing.
 * Cards whose lane is unknown and links without two cards are left out; a card whose stage is not one of its
 * lane's stands in the first.
 * @param previous the drawing before the last edit: what it holds stays where it was unless it must move
 */
export function drawLayout(input: LayoutInput, previous?: Drawing): Drawing {
  const inputHash = hashLayoutInput(input)
  if (previous?.inputHash === inputHash) return previous
  return { ...routeWiring(placeAndWire(input, previous)), inputHash }
}

/** Everything but the vertical legs and the widths. */
export function placeAndWire(input: LayoutInput, previous?: Drawing): Wiring {
  const scene = readScene(input)
  const places = readPreviousPlaces(scene, previous)
  const columns = assignColumns(scene, places)
  const rows = assignRows(scene, columns, places)
  return planWiring(buildBoard(scene, columns, rows))
}

/** Routes with our own router; moves ports of the wiring where links would meet. */
export function routeWiring(wiring: Wiring): Drawing {
  const channels = assignChannels(wiring)
  const spans = layColumns(wiring, channels.counts)
  return composeDrawing(wiring, spans, drawRoutes(wiring, channels, spans))
}
