import { and, eq } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { VisibleRow } from '../../shared/edits/exchange.ts'
import type { Door } from '../database/door.ts'
import { isForViewer } from '../database/tables/governed.ts'
import { maps } from '../database/tables/journeys.ts'
import type { PullChanges } from '../edits/changes.ts'
import { AppError } from '../errors.ts'

/** The ecosystem of a map the viewer may see. @throws AppError `notThere` */
export function findEcosystemOfMap(door: Door, viewer: Viewer, mapId: string): Promise<string> {
  return door.asViewer(viewer, async (tx) => {
    const [map] = await tx
      .select()
      .from(maps)
      .where(and(eq(maps.id, mapId), isForViewer(maps)))
    if (!map || map.deleted) throw new AppError('notThere')
    return map.ecosystemId
  })
}

export interface MapAnswer {
  rows: VisibleRow[]
  /** Names of the organisations the viewer shares a map with. */
  organisations: { id: string; name: string }[]
}

/** Every row of a map the viewer may see, with the ecosystem's row and the parties that have lanes on it. */
export async function readMap(
  door: Door,
  pullChanges: PullChanges,
  viewer: Viewer,
  mapId: string,
): Promise<MapAnswer> {
  const ecosystemId = await findEcosystemOfMap(door, viewer, mapId)
  const { rows, organisations } = await pullChanges(viewer, ecosystemId)
  const parties = new Set(
    rows.flatMap((one) => (one.kind === 'lane' && one.row.mapId === mapId ? [one.row.partyId] : [])),
  )
  const ofMap = rows.filter(
    ({ kind, row }) =>
      kind === 'ecosystem' ||
      (kind === 'party' && parties.has(row.id)) ||
      (kind === 'map' && row.id === mapId) ||
      ('mapId' in row && row.mapId === mapId),
  )
  return { rows: ofMap, organisations }
}
