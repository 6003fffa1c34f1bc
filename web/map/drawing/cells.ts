// Which lane and stage a point of the drawing lies in, and what room a lane and stage take.
import type { Drawing, DrawnStage, Point } from '../../../shared/layout/types.ts'
import type { Journey, JourneyCard } from '../journey/journey.ts'
import { stageIdOf } from '../journey/layoutInput.ts'
import type { Direction } from './neighbours.ts'

/** A lane and one of its stages: where a touchpoint stands. */
export interface Cell {
  laneId: string
  stageId: string
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
  return lane && stage ? { laneId: lane.id, stageId: stageIdOf(stage.id) } : null
}

export function roomOf({ laneId, stageId }: Cell, drawing: Drawing, journey: Journey): Room | null {
  const lane = drawing.lanes.find(({ id }) => id === laneId)
  const stage = stagesOf(laneId, drawing, journey).find(({ id }) => stageIdOf(id) === stageId)
  return lane && stage ? { x: stage.x, width: stage.width, y: lane.y, height: lane.height } : null
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
  return room && beside ? cellAt({ x: room.x + room.width / 2, y: beside.y + 1 }, drawing, journey) : null
}

/** Every lane with every stage it may hold touchpoints in. */
export function allCells(drawing: Drawing, journey: Journey): Cell[] {
  return journey.lanes.flatMap(({ id: laneId }) =>
    stagesOf(laneId, drawing, journey).map(({ id }) => ({ laneId, stageId: stageIdOf(id) })),
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
