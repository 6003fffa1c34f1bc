// "What X sees of ours": the rows that both the viewer and another organisation see.
import { ecosystemKey, isVisible, mapKey, organisationKey } from '../audience/audience.ts'
import { MemoryRows } from '../edits/memoryRows.ts'
import { rowKinds } from '../model/rows.ts'
import type { SeenRows } from './seenRows.ts'

/** The keys another organisation holds, as far as the viewer can know: the maps on which both take part. */
export function keysOfOrganisation(organisationId: string, rows: SeenRows): Set<string> {
  const places = rows
    .all('participant')
    .filter((row) => row.organisationId === organisationId && row.state === 'active')
  return keysOnMaps(
    organisationId,
    places.map((row) => row.mapId),
    rows,
  )
}

/** The keys an organisation would hold on these maps; for showing an invited one what it will see. */
export function keysOnMaps(organisationId: string, mapIds: readonly string[], rows: SeenRows): Set<string> {
  const ecosystems = mapIds.length > 0 ? rows.all('ecosystem').map((row) => ecosystemKey(row.id)) : []
  return new Set([organisationKey(organisationId), ...mapIds.map(mapKey), ...ecosystems])
}

/**
 * @param rows what the viewer sees
 * @param theirKeys of the other organisation, see `keysOfOrganisation` and `keysOnMaps`
 * @returns a store with only those of the viewer's rows that the other organisation sees too
 */
export function partnerView(rows: SeenRows, theirKeys: ReadonlySet<string>): MemoryRows {
  const view = new MemoryRows()
  for (const kind of rowKinds) {
    for (const row of rows.all(kind)) if (isVisible(row.audience, theirKeys)) view.set(kind, row as never)
  }
  return view
}
