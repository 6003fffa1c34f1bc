// Everything of an ecosystem one can go to by name.
import { handoffsOf } from '../../shared/analysis/handoffs.ts'
import type { MemoryRows } from '../../shared/edits/memoryRows.ts'
import type { RowOf } from '../../shared/model/rows.ts'

export interface Findable {
  id: string
  label: string
  /** Where it is, to tell apart what has the same name. */
  place: string
  kind: 'map' | 'touchpoint' | 'handoff'
  mapId: string
  rowId: string
}

/** Maps, touchpoints and handoffs that the viewer sees, in that order. */
export function findableIn(rows: MemoryRows, organisationId: string): Findable[] {
  const nameOfMap = (mapId: string) => rows.get('map', mapId)?.name ?? ''
  const maps = rows.all('map').map((map) => ({
    ...{ id: map.id, kind: 'map' as const, mapId: map.id, rowId: map.id },
    ...{ label: map.name, place: 'Map' },
  }))
  const touchpoints = rows
    .all('touchpoint')
    .filter(({ mapId }) => rows.get('map', mapId)?.deleted === false)
    .map((touchpoint) => ({
      ...{ id: touchpoint.id, kind: 'touchpoint' as const, mapId: touchpoint.mapId, rowId: touchpoint.id },
      ...{ label: touchpoint.name, place: `${placeOf(touchpoint, rows)}, ${nameOfMap(touchpoint.mapId)}` },
    }))
  const handoffs = handoffsOf(rows, organisationId).map(({ link, from, to }) => ({
    ...{ id: link.id, kind: 'handoff' as const, mapId: link.mapId, rowId: link.id },
    ...{
      label: link.passes || 'A handoff',
      place: `${from.partyName} → ${to.partyName}, ${nameOfMap(link.mapId)}`,
    },
  }))
  return [...maps, ...touchpoints, ...handoffs]
}

function placeOf({ laneId, stageId }: RowOf<'touchpoint'>, rows: MemoryRows): string {
  const lane = rows.get('lane', laneId)
  const party = lane && rows.get('party', lane.partyId)
  return [lane?.name || party?.name, rows.get('stage', stageId)?.name].filter(Boolean).join(', ')
}
