// Whoever could read what somebody shared learns that it was taken back: about what, and by whom, as they knew already.
import { ecosystemKey, isVisible, mapKey, organisationKey } from '../audience/audience.ts'
import type { RowChange, RowReader } from '../edits/reader.ts'
import type { RowOf } from '../model/rows.ts'
import { activeOrganisations } from '../rules/standing.ts'
import type { Call } from './call.ts'

type Shareable = RowOf<'perspective' | 'mark' | 'responsibility'>

/** The line is about what the row was about, as the row is there no more for whoever reads it. */
export function callsOfWithdrawal(change: RowChange, rows: RowReader): Call[] {
  const { kind, follows } = change
  if (kind !== 'perspective' && kind !== 'mark' && kind !== 'responsibility') return []
  const [before, after] = [change.before as Shareable | null, change.after as Shareable]
  if (!before || before.deleted || follows) return []
  // Marks come and go in plain sight; a view that was shared and is deleted is taken back.
  if (after.deleted && kind !== 'perspective') return []
  const about = aboutOf(after, rows)
  if (!about) return []
  const still = after.deleted ? [] : readersOf(after, rows)
  return readersOf(before, rows)
    .filter((id) => id !== after.organisationId && !still.includes(id))
    .map((organisationId) => ({ kind: 'withdrawn', ...about, organisationId, personId: null }))
}

function readersOf({ audience, mapId, ecosystemId }: Shareable, rows: RowReader): string[] {
  const common = [mapKey(mapId), ecosystemKey(ecosystemId)]
  return activeOrganisations(mapId, rows).filter((id) =>
    isVisible(audience, new Set([organisationKey(id), ...common])),
  )
}

function aboutOf(row: Shareable, rows: RowReader): Pick<Call, 'rowKind' | 'rowId'> | null {
  if ('targetKind' in row) return { rowKind: row.targetKind, rowId: row.targetId }
  const touchpointId = rows.get('ownership', row.ownershipId)?.touchpointId
  return touchpointId ? { rowKind: 'touchpoint', rowId: touchpointId } : null
}
