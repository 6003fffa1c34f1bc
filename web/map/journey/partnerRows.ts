import { ecosystemKey, isVisible, mapKey, organisationKey } from '../../../shared/audience/audience.ts'
import { MemoryRows } from '../../../shared/edits/memoryRows.ts'
import { type AnyRow, rowKinds } from '../../../shared/model/rows.ts'

/** "What X sees of ours": of the rows we see, those that the partner sees too. */
export function rowsPartnerSees(rows: MemoryRows, partnerId: string, ecosystemId: string): MemoryRows {
  const maps = rows
    .list('participant', 'organisationId', partnerId)
    .filter(({ deleted, state }) => !deleted && state === 'active')
    .map(({ mapId }) => mapKey(mapId))
  const keys = new Set([organisationKey(partnerId), ecosystemKey(ecosystemId), ...maps])
  const both = new MemoryRows()
  for (const kind of rowKinds) {
    for (const row of rows.all(kind) as AnyRow[]) {
      if (isVisible(row.audience, keys)) both.set(kind, row as never)
    }
  }
  return both
}
