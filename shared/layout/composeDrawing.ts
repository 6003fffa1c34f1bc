/** Puts the parts together: seams grow to hold their labels, then everything gets its final place. */
import { drawBond, gapOf, placeSeams } from './bonds.ts'
import { type Box, boxAround, placeLaneLabel } from './laneLabels.ts'
import { inSendingOrder } from './routes.ts'
import type { SeamLabels } from './seamLabels.ts'
import { spacing } from './spacing.ts'
import { boundaryBefore, type Spans } from './spans.ts'
import type { Drawing, DrawnBond, DrawnCard, DrawnLane, DrawnLink, DrawnStage, Point } from './types.ts'
import type { Wiring } from './wiring.ts'

/** @param routes per path, from its left card to its right one, with the heights of the wiring */
export function composeDrawing(wiring: Wiring, spans: Spans, routes: Point[][]): Drawing {
  const { board, bands } = wiring
  const { scene } = board
  const { seamLabels, isOne } = placeSeams(wiring, spans, routes)
  const shifts = laneShifts(wiring, seamLabels)
  const lanes = bands.lanes.map((band, lane): DrawnLane => {
    const drawn = { id: scene.lanes[lane]!.id, y: band.y + shifts[lane]!, height: band.height }
    const [line, row] = [bands.lines[lane], board.rows.firstBelow[lane]]
    if (line === null || line === undefined || row === null || row === undefined) return drawn
    return { ...drawn, line: { y: line + shifts[lane]!, row } }
  })
  const height = bands.height + (shifts.at(-1) ?? 0)
  const cards = scene.cards.map((card, index): DrawnCard => {
    const column = board.columns.ofCard[index]!
    const y = bands.middles[index]! - card.height / 2 + shifts[card.lane]!
    const { id, width, height } = card
    return { id, x: spans.columns[column]!.x, y, width, height, column, row: board.rows.ofCard[index]! }
  })
  const drawing: Drawing = { width: spans.width, height, lanes, stages: [], cards, links: [], bonds: [] }
  drawing.stages = drawStages(wiring, spans, drawing)
  const shifted = shiftRoutes(wiring, routes, shifts)
  drawing.bonds = drawBonds(wiring, shifted, isOne)
  drawing.links = drawLinks(wiring, shifted, seamLabels, drawing)
  return drawing
}

/** How far each lane moves down because the seams above it hold more than one line of labels. */
function laneShifts({ bands }: Wiring, seamLabels: SeamLabels): number[] {
  let shift = 0
  return bands.lanes.map((_, lane) => {
    if (lane > 0) shift += seamLabels.heights[lane - 1]! - bands.seams[lane - 1]!.height
    return shift
  })
}

function shiftRoutes({ bands }: Wiring, routes: Point[][], shifts: number[]): Point[][] {
  return routes.map((route) =>
    route.map(({ x, y }) => {
      const lane = bands.lanes.findIndex((band) => y <= band.y + band.height)
      return { x, y: y + shifts[lane]! }
    }),
  )
}

function drawStages({ board }: Wiring, spans: Spans, drawing: Drawing): DrawnStage[] {
  const { scene, columns } = board
  const span = (starts: number[], index: number) => {
    const x = index === 0 ? 0 : boundaryBefore(spans, starts[index]!)
    const end = starts[index + 1]
    return { x, width: (end === undefined ? spans.width : boundaryBefore(spans, end)) - x }
  }
  const stages: DrawnStage[] = scene.spine.flatMap((stage, index) =>
    stage.id === null
      ? []
      : [{ id: stage.id, laneId: null, ...span(columns.spineStarts, index), y: 0, height: drawing.height }],
  )
  scene.own.forEach((own, lane) => {
    own.forEach((stage, index) => {
      if (stage.id === null) return
      const { id, y } = drawing.lanes[lane]!
      stages.push({
        id: stage.id,
        laneId: id,
        ...span(columns.ownStarts[lane]!, index),
        y,
        height: spacing.heading,
      })
    })
  })
  return stages
}

function drawBonds(wiring: Wiring, routes: Point[][], isOne: ReadonlySet<number>): DrawnBond[] {
  return wiring.paths.flatMap((path, index) => {
    if (wiring.board.scene.links[path.link]!.kind !== 'bond') return []
    const points = dropIdlePoints(inSendingOrder(path, routes[index]!))
    return [drawBond(wiring, index, points, isOne.has(index))]
  })
}

function drawLinks(wiring: Wiring, routes: Point[][], seamLabels: SeamLabels, drawing: Drawing): DrawnLink[] {
  const { scene } = wiring.board
  const labels = new Map<number, { place: Point; isHidden: boolean }>()
  const boxes = boxesAcrossSeams(drawing)
  for (const { path, seam, line, x, isHidden } of seamLabels.labels) {
    const lane = drawing.lanes[seam]!
    const place = { x, y: lane.y + lane.height + (seamLabels.lines[seam]![line] ?? spacing.seam / 2) }
    labels.set(path, { place, isHidden })
    if (!isHidden) boxes.push(boxAround(place, scene.links[wiring.paths[path]!.link]!.label!))
  }
  return wiring.paths.flatMap((path, index) => {
    const link = scene.links[path.link]!
    if (link.kind === 'bond') return []
    const label =
      labels.get(index) ??
      (link.label && placeLaneLabel(routes[index]!, link.label, drawing.cards, routes, boxes))
    const points = dropIdlePoints(inSendingOrder(path, routes[index]!))
    const drawn: DrawnLink = { id: link.id, points, label: label?.place ?? null, kind: link.kind }
    return [label?.isHidden ? { ...drawn, hiddenLabel: true } : drawn]
  })
}

function boxesAcrossSeams({ bonds, cards }: Drawing): Box[] {
  const cardOf = new Map(cards.map((card) => [card.id, card]))
  return bonds.flatMap(({ id, cardId, isOne }) => {
    const pair = [cardOf.get(cardId)!, cardOf.get(id)!].sort((a, b) => a.y - b.y)
    return isOne ? [gapOf(pair[0]!, pair[1]!)] : []
  })
}

/** Drops corners that do not turn. */
function dropIdlePoints(points: Point[]): Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (!before || !after) return true
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
  })
}
