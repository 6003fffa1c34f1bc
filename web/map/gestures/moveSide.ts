// The half of a touchpoint of two lanes, put elsewhere in the lane it belongs to.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { RowReader } from '../../../shared/edits/reader.ts'
import { cardInPlaceOf } from '../../../shared/edits/sameTouchpoint.ts'
import type { Side } from '../../../shared/model/rows.ts'
import type { Cell } from '../drawing/cells.ts'
import type { Journey } from '../journey/journey.ts'
import { placesIn, rankIn } from './fromFlow.ts'

export interface SideMove {
  sideId: string
  to: Cell
  /** Among what stands in the cell it comes before this one; null for the end. */
  before: string | null
}

/** A side dropped on another stage or place. The card it is to be one with, where it is only asked for, goes along. */
export function moveSide({ sideId, to, before }: SideMove, journey: Journey, rows: RowReader): ActionInput[] {
  const side = journey.sides.get(sideId)?.side
  if (!side || side.laneId !== to.laneId) return []
  const twin = side.state === 'proposed' ? cardInPlaceOf(side, rows) : undefined
  const moving = new Set(twin ? [sideId, twin.id] : [sideId])
  const isByTwin = before !== null && moving.has(before)
  if (side.stageId === to.stageId && (isByTwin || followerOf(side, moving, journey) === before)) return []
  const rank = rankIn(to, before, journey, moving)
  const fields = { ...(side.stageId !== to.stageId && { stageId: to.stageId }), rank, column: null }
  return [
    { type: 'side.change', id: sideId, fields },
    ...(twin ? [{ type: 'touchpoint.change' as const, id: twin.id, fields }] : []),
  ]
}

function followerOf(side: Side, moving: ReadonlySet<string>, journey: Journey): string | null {
  const places = placesIn(side, journey)
  const at = places.findIndex(({ id }) => id === side.id)
  return places.slice(at + 1).find(({ id }) => !moving.has(id))?.id ?? null
}

/** Why a side cannot go to a lane, whatever the rights: to share with another lane is another step. */
export function whyNotInLane(sideId: string, laneId: string, { sides, lanes }: Journey): string | null {
  const half = sides.get(sideId)
  if (!half || half.laneId === laneId) return null
  const name = lanes.find(({ id }) => id === half.laneId)?.name ?? half.partyName
  return `This half belongs to ${name}. To share the touchpoint with another lane, open its details.`
}
