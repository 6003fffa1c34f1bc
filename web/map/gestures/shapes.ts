// Changing the frame of a map: lanes and stages, in the actions of one edit.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Stage } from '../../../shared/model/rows.ts'
import type { Journey, JourneyLane } from '../journey/journey.ts'
import { rankBetween, ranksBetween } from './ranks.ts'

/** The row of stages a stage belongs to, in order. */
export function siblingsOf(stage: Stage, journey: Journey): Stage[] {
  if (stage.laneId === null) return journey.stages
  return journey.lanes.find(({ id }) => id === stage.laneId)?.stages ?? []
}

export function addStage(
  name: string,
  beside: Stage | null,
  side: 'before' | 'after',
  journey: Journey,
  laneId: string | null = beside?.laneId ?? null,
): ActionInput {
  const row = beside ? siblingsOf(beside, journey) : rowOf(laneId, journey)
  const at = beside ? row.findIndex(({ id }) => id === beside.id) + (side === 'after' ? 1 : 0) : row.length
  const rank = rankBetween(row[at - 1]?.rank ?? null, row[at]?.rank ?? null)
  return { type: 'stage.add', id: crypto.randomUUID(), mapId: journey.map.id, laneId, name, rank }
}

/** @returns null at the end of the row. */
export function moveStage(stage: Stage, by: -1 | 1, journey: Journey): ActionInput | null {
  const rank = rankBeyond(stage.id, by, siblingsOf(stage, journey))
  return rank === null ? null : { type: 'stage.change', id: stage.id, fields: { rank } }
}

/** Up or down among the lanes of the map (sub-lanes among those of their lane). */
export function moveLane(lane: JourneyLane, by: -1 | 1, journey: Journey): ActionInput | null {
  const rank = rankBeyond(lane.id, by, peersOf(lane, journey))
  return rank === null ? null : { type: 'lane.change', id: lane.id, fields: { rank } }
}

/** Before another stage of its row, or last. @returns null where it stands there already. */
export function placeStage(stage: Stage, before: string | null, journey: Journey): ActionInput | null {
  const rank = rankBefore(stage.id, before, siblingsOf(stage, journey))
  return rank === null ? null : { type: 'stage.change', id: stage.id, fields: { rank } }
}

/** Before another lane of those it moves among, or last. @returns null where it stands there already. */
export function placeLane(lane: JourneyLane, before: string | null, journey: Journey): ActionInput | null {
  const rank = rankBefore(lane.id, before, peersOf(lane, journey))
  return rank === null ? null : { type: 'lane.change', id: lane.id, fields: { rank } }
}

/** The lanes it moves among, in order: end customers' or the others', sub-lanes those of their lane. */
export function peersOf({ lane, isCustomer }: JourneyLane, { lanes }: Journey): Ranked[] {
  return lanes
    .filter((other) => other.lane.parentLaneId === lane.parentLaneId && other.isCustomer === isCustomer)
    .map(({ id, lane: { rank } }) => ({ id, rank }))
}

interface Ranked {
  id: string
  rank: string
}

/**
 * Gives a lane its own stages, beginning with those of the shared ones its cards stand in, or takes them away again:
 * cards go to the stage of the same name, else of the same place in the row.
 */
export function toggleOwnStages(lane: JourneyLane, journey: Journey): ActionInput[] {
  const parts = journey.lanes.filter(({ id, lane: row }) => id === lane.id || row.parentLaneId === lane.id)
  const cards = standingIn(parts, journey)
  const ownStages = !lane.lane.ownStages
  const switched = parts.map(({ id }): ActionInput => ({ type: 'lane.change', id, fields: { ownStages } }))
  if (!ownStages) {
    return [
      ...switched,
      ...cards.flatMap((card) => sent(card, placeAmong(card.stageId, lane.stages, journey.stages))),
      ...lane.stages.map(({ id }): ActionInput => ({ type: 'stage.remove', id })),
    ]
  }
  const used = new Set(cards.map(({ stageId }) => stageId))
  const copied = journey.stages.filter(({ id }) => used.has(id))
  const begun = copied.length > 0 ? copied : journey.stages.slice(0, 1)
  const ranks = ranksBetween(null, null, begun.length)
  const ids = new Map(begun.map(({ id }) => [id, crypto.randomUUID() as string]))
  return [
    ...switched,
    ...begun.map(({ id, name, goal }, index): ActionInput => {
      const place = { mapId: journey.map.id, laneId: lane.id, rank: ranks[index]! }
      return { type: 'stage.add', id: ids.get(id)!, ...place, name, goal }
    }),
    ...cards.flatMap((card) => sent(card, ids.get(card.stageId))),
  ]
}

/** What stands in one of these lanes: cards, and halves of cards of others. */
export function standingIn(lanes: readonly JourneyLane[], { cards, sides }: Journey): Standing[] {
  const isIn = ({ laneId }: { laneId: string }) => lanes.some(({ id }) => id === laneId)
  return [
    ...[...cards.values()].filter(isIn).map(({ id, touchpoint: { stageId } }): Standing => {
      return { type: 'touchpoint.change', id, stageId }
    }),
    ...[...sides.values()].filter(isIn).map(({ id, side: { stageId } }): Standing => {
      return { type: 'side.change', id, stageId }
    }),
  ]
}

interface Standing {
  type: 'touchpoint.change' | 'side.change'
  id: string
  stageId: string
}

/** The stage of another row that stands for one of this row: that of the same name, else of the same place. */
export function placeAmong(
  stageId: string,
  from: readonly Stage[],
  to: readonly { id: string; name: string }[],
): string | undefined {
  const index = from.findIndex(({ id }) => id === stageId)
  const named = to.find(({ name }) => name === from[index]?.name)
  const place = from.length > 1 ? Math.round((Math.max(0, index) * (to.length - 1)) / (from.length - 1)) : 0
  return (named ?? to[place])?.id
}

export function sent({ type, id }: Standing, stageId: string | undefined): ActionInput[] {
  return stageId === undefined ? [] : [{ type, id, fields: { stageId, column: null } }]
}

function rowOf(laneId: string | null, journey: Journey): Stage[] {
  return laneId === null ? journey.stages : (journey.lanes.find(({ id }) => id === laneId)?.stages ?? [])
}

function rankBefore(id: string, before: string | null, row: readonly Ranked[]): string | null {
  const at = row.findIndex((item) => item.id === id)
  const others = row.filter((item) => item.id !== id)
  const found = others.findIndex((item) => item.id === before)
  const place = found < 0 ? others.length : found
  if (at < 0 || place === at) return null
  return rankBetween(others[place - 1]?.rank ?? null, others[place]?.rank ?? null)
}

function rankBeyond(id: string, by: -1 | 1, row: readonly Ranked[]): string | null {
  const at = row.findIndex((item) => item.id === id)
  const neighbour = row[at + by]
  if (at < 0 || !neighbour) return null
  const beyond = row[at + 2 * by]?.rank ?? null
  return by > 0 ? rankBetween(neighbour.rank, beyond) : rankBetween(beyond, neighbour.rank)
}
