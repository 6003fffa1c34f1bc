// Which lane and stage a point of the drawing lies in, and what room a lane and stage take.
import type { Drawing, DrawnStage, Point } from '../../../shared/layout/types.ts'
import type { Journey, JourneyCard } from '../journey/journey.ts'
import { stageIdOf } from '../journey/layoutInput.ts'
import type { Direction } from './neighbours.ts'

/** A lane and one of its stages: where a touchpoint stands. */
export interface Cell {
  laneId: string
  stageId: string
  /** On which side of its lane's line of visibility; left out where the lane has none, or the side is not meant. */
  customerSees?: boolean
}

export interface Room {
  x: number
  y: number
  width: number
  height: number
}

/** The nearest cell; null on a map without lanes or stages. */
export function cellAt(point: Point, drawing: Drawing, journey: Journey): Cell | null {
  const lane = nearest(drawing.lanes, point.y, ({ y, height }) => [y, y + height])
  const stages = lane ? stagesOf(lane.id, drawing, journey) : []
  const stage = nearest(stages, point.x, ({ x, width }) => [x, x + width])
  if (!lane || !stage) return null
  const cell = { laneId: lane.id, stageId: stageIdOf(stage.id) }
  return lane.line ? { ...cell, customerSees: point.y < lane.line.y } : cell
}

export function roomOf(cell: Cell, drawing: Drawing, journey: Journey): Room | null {
  const lane = drawing.lanes.find(({ id }) => id === cell.laneId)
  const stage = stagesOf(cell.laneId, drawing, journey).find(({ id }) => stageIdOf(id) === cell.stageId)
  if (!lane || !stage) return null
  const { line, ...whole } = lane
  const isPart = line !== undefined && cell.customerSees !== undefined
  const top = isPart && !cell.customerSees ? line.y : whole.y
  const bottom = isPart && cell.customerSees ? line.y : whole.y + whole.height
  return { x: stage.x, width: stage.width, y: top, height: bottom - top }
}

/** The cell next to a card's own: the stage before or after, or the same place in the lane above or below. */
export function cellBeside(
  { laneId, touchpoint: { stageId } }: JourneyCard,
  direction: Direction,
  drawing: Drawing,
  journey: Journey,
): Cell | null {
  const stages = stagesOf(laneId, drawing, journey)
  if (direction === 'left' || direction === 'right') {
    const at = stages.findIndex(({ id }) => stageIdOf(id) === stageId)
    const next = stages[at + (direction === 'right' ? 1 : -1)]
    return next ? { laneId, stageId: stageIdOf(next.id) } : null
  }
  const lane = journey.lanes.findIndex(({ id }) => id === laneId) + (direction === 'down' ? 1 : -1)
  const room = roomOf({ laneId, stageId }, drawing, journey)
  const beside = drawing.lanes.find(({ id }) => id === journey.lanes[lane]?.id)
  const cell = room && beside && cellAt({ x: room.x + room.width / 2, y: beside.y + 1 }, drawing, journey)
  return cell ? { laneId: cell.laneId, stageId: cell.stageId } : null
}

/** Every lane with every stage it may hold touchpoints in. */
export function allCells(drawing: Drawing, journey: Journey): Cell[] {
  return journey.lanes.flatMap(({ id: laneId }) =>
    stagesOf(laneId, drawing, journey).map(({ id }) => ({ laneId, stageId: stageIdOf(id) })),
  )
}

/** The same, in two where a line of visibility divides them. */
export function allParts(drawing: Drawing, journey: Journey): Cell[] {
  const divided = new Set(drawing.lanes.filter(({ line }) => line).map(({ id }) => id))
  return allCells(drawing, journey).flatMap((cell) =>
    divided.has(cell.laneId) ? [true, false].map((customerSees) => ({ ...cell, customerSees })) : [cell],
  )
}

/** The drawn stages of a lane in order: its own, or the shared ones. */
export function stagesOf(laneId: string, drawing: Drawing, journey: Journey): DrawnStage[] {
  const hasOwn = journey.lanes.find(({ id }) => id === laneId)?.lane.ownStages ?? false
  return drawing.stages
    .filter((stage) => stage.laneId === (hasOwn ? laneId : null))
    .sort((left, right) => left.x - right.x)
}

function nearest<Item>(
  items: readonly Item[],
  at: number,
  span: (item: Item) => [number, number],
): Item | null {
  let best: Item | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const item of items) {
    const [from, to] = span(item)
    const distance = at < from ? from - at : at > to ? at - to : 0
    if (distance >= bestDistance) continue
    best = item
    bestDistance = distance
  }
  return best
}
