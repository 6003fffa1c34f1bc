// Everything of an ecosystem one can go to by name.
import { handoffsOf } from '../../shared/analysis/handoffs.ts'
import type { MemoryRows } from '../../shared/edits/memoryRows.ts'
import type { RowOf } from '../../shared/model/rows.ts'

export interface Findable {
  id: string
  label: string
  /** Where it is, to tell apart what has the same name. */
  place: string
  kind: 'map' | 'lane' | 'stage' | 'touchpoint' | 'handoff' | 'partners'
  /** Empty for what lies on no map. */
  mapId: string
  rowId: string
}

/** Maps, lanes, stages, touchpoints, handoffs and partners that the viewer sees, in that order. */
export function findableIn(
  rows: MemoryRows,
  organisationId: string,
  organisations: ReadonlyMap<string, string>,
): Findable[] {
  const nameOfMap = (mapId: string) => rows.get('map', mapId)?.name ?? ''
  const isOnMap = ({ mapId }: { mapId: string }) => rows.get('map', mapId)?.deleted === false
  const on = (kind: Findable['kind'], { id, mapId }: { id: string; mapId: string }) =>
    ({ id, kind, mapId, rowId: id }) as const
  const maps = rows.all('map').map((map) => ({
    ...on('map', { id: map.id, mapId: map.id }),
    ...{ label: map.name, place: 'Map' },
  }))
  const lanes = rows
    .all('lane')
    .filter(isOnMap)
    .map((lane) => ({
      ...on('lane', lane),
      label: laneName(lane, rows),
      place: `Lane, ${nameOfMap(lane.mapId)}`,
    }))
  const stages = rows
    .all('stage')
    .filter(isOnMap)
    .map((stage) => ({ ...on('stage', stage), label: stage.name, place: `Stage, ${nameOfMap(stage.mapId)}` }))
  const touchpoints = rows
    .all('touchpoint')
    .filter((touchpoint) => isOnMap(touchpoint) && touchpoint.state !== 'declined')
    .map((touchpoint) => ({
      ...on('touchpoint', touchpoint),
      ...{ label: touchpoint.name, place: `${placeOf(touchpoint, rows)}, ${nameOfMap(touchpoint.mapId)}` },
    }))
  const handoffs = handoffsOf(rows, organisationId).map(({ link, from, to }) => ({
    ...on('handoff', link),
    ...{
      label: link.passes || 'A handoff',
      place: `${from.partyName} → ${to.partyName}, ${nameOfMap(link.mapId)}`,
    },
  }))
  const partners = [...organisations].map(([id, label]) => ({
    ...on('partners', { id, mapId: '' }),
    ...{ label, place: id === organisationId ? 'Your organisation' : 'Partner' },
  }))
  return [...maps, ...lanes, ...stages, ...touchpoints, ...handoffs, ...partners]
}

function laneName(lane: RowOf<'lane'>, rows: MemoryRows): string {
  return lane.name || (rows.get('party', lane.partyId)?.name ?? 'A lane')
}

function placeOf({ laneId, stageId }: RowOf<'touchpoint'>, rows: MemoryRows): string {
  const lane = rows.get('lane', laneId)
  return [lane && laneName(lane, rows), rows.get('stage', stageId)?.name].filter(Boolean).join(', ')
}
