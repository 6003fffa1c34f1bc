import { isReply, openKinds, sayCount } from '../../shared/analysis/openKinds.ts'
import { keysOnMaps, partnerView } from '../../shared/analysis/partnerView.ts'
import { onMaps, type SeenRows } from '../../shared/analysis/seenRows.ts'
import { handoffOf } from '../../shared/handoffs/handoff.ts'
import { type AnyRow, type RowKind, rowKinds } from '../../shared/model/rows.ts'

interface Visible {
  /** What a newcomer would see, as counted nouns. */
  opened: string[]
  /** What of ours stays closed to it, in one sentence. */
  kept: string
  /** Organisations active on the maps. */
  present: string[]
}

/** What an organisation would see that joins these maps, of what the viewer sees. */
export function countVisible(rows: SeenRows, mapIds: readonly string[], organisationId: string): Visible {
  const view = partnerView(rows, keysOnMaps('a newcomer', mapIds, rows))
  const isShared = (row: { mapId: string }) => mapIds.includes(row.mapId)
  const isCounted = (row: AnyRow) => 'mapId' in row && isShared(row) && !isReply(row)
  const count = (kind: RowKind) =>
    kind === 'link'
      ? view.all('link').filter((link) => isShared(link) && handoffOf(link, view)).length
      : view.all(kind).filter((row) => isCounted(row)).length
  const counts = rowKinds
    .filter((kind) => !('notCounted' in openKinds[kind]))
    .map((kind) => sayCount(kind, count(kind)))
  const own = onMaps('perspective', rows).filter(
    (row) => isShared(row) && row.organisationId === organisationId,
  )
  const kept = own.filter((row) => !view.get('perspective', row.id)).length
  const active = rows.all('participant').filter((row) => isShared(row) && row.state === 'active')
  return {
    opened: counts.filter((count) => count !== ''),
    kept:
      kept > 0
        ? `Not: your other maps, and ${kept} ${kept === 1 ? 'view' : 'views'} you keep to yourselves.`
        : 'Not: your other maps.',
    present: [...new Set(active.map((row) => row.organisationId))],
  }
}
