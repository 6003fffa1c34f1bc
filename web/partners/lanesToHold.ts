import type { SeenRows } from '../../shared/analysis/seenRows.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { rankBetween } from '../map/gestures/ranks.ts'

/** Whether whoever accepts would find a lane on one of these maps. */
export function hasLaneOn(partyId: string, mapIds: readonly string[], rows: SeenRows): boolean {
  return rows
    .list('lane', 'partyId', partyId)
    .some(({ deleted, mapId }) => !deleted && mapIds.includes(mapId))
}

/** An empty lane below all others on each of these maps, so that there is something to hold. */
export function lanesToHold(partyId: string, mapIds: readonly string[], rows: SeenRows): ActionInput[] {
  return mapIds.map((mapId) => {
    const ranks = rows.list('lane', 'mapId', mapId).map(({ rank }) => rank)
    const last = ranks.sort().at(-1) ?? null
    return { type: 'lane.add', id: crypto.randomUUID(), mapId, partyId, rank: rankBetween(last, null) }
  })
}
