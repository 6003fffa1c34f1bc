import type { RowReader } from '../edits/reader.ts'
import type { RowKind, RowOf } from '../model/rows.ts'

/** Everything one viewer sees of an ecosystem, e.g. MemoryRows. What analysis says can only rest on these rows. */
export interface SeenRows extends RowReader {
  /** Living rows of a kind, in no particular order. */
  all<K extends RowKind>(kind: K): RowOf<K>[]
}

/** Rows of a kind on living maps that the viewer sees. */
export function onMaps<
  K extends 'lane' | 'stage' | 'touchpoint' | 'side' | 'move' | 'ownership' | 'link' | 'perspective' | 'mark',
>(kind: K, rows: SeenRows): RowOf<K>[] {
  const mapIds = new Set(rows.all('map').map((map) => map.id))
  return rows.all(kind).filter((row) => mapIds.has(row.mapId))
}

/** The living row with this id, or undefined when it is deleted, not there or not for this viewer. */
export function living<K extends RowKind>(kind: K, id: string, rows: SeenRows): RowOf<K> | undefined {
  const row = rows.get(kind, id)
  return row?.deleted ? undefined : row
}
