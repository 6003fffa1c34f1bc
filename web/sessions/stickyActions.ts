import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { BoardColumn } from '../../shared/sessions/board.ts'
import type { Cell } from '../map/drawing/cells.ts'
import { rankIn } from '../map/gestures/fromFlow.ts'
import { ranksBetween } from '../map/gestures/ranks.ts'
import type { Journey } from '../map/journey/journey.ts'

/** Stickies moved to the end of a group, in the order in which they lie on the board. */
export function moveStickies(
  ids: ReadonlySet<string>,
  group: string,
  columns: readonly BoardColumn[],
): ActionInput[] {
  const moving = inOrder(ids, columns).filter(({ sticky }) => sticky.group !== group)
  if (moving.length === 0) return []
  const last = columns.find((column) => column.group === group)?.stickies.at(-1)?.sticky.rank ?? null
  const ranks = ranksBetween(last, null, moving.length)
  const stickies = moving.map(({ sticky }, index) => ({ id: sticky.id, rank: ranks[index]! }))
  return [{ type: 'sticky.group', stickies, group }]
}

/** Stickies put into a lane and stage, behind what stands there; those that are on the map already are left out. */
export function placeStickies(
  ids: ReadonlySet<string>,
  cell: Cell,
  columns: readonly BoardColumn[],
  journey: Journey,
): ActionInput[] {
  const placing = inOrder(ids, columns).filter(({ isPlaced }) => !isPlaced)
  if (placing.length === 0) return []
  const first = rankIn(cell, null, journey)
  const ranks = [first, ...ranksBetween(first, null, placing.length - 1)]
  const stickies = placing.map(({ sticky }, index) => ({
    ...{ id: sticky.id, touchpointId: crypto.randomUUID(), rank: ranks[index]! },
  }))
  return [{ type: 'sticky.place', stickies, laneId: cell.laneId, stageId: cell.stageId }]
}

function inOrder(ids: ReadonlySet<string>, columns: readonly BoardColumn[]) {
  return columns.flatMap(({ stickies }) => stickies).filter(({ sticky }) => ids.has(sticky.id))
}
