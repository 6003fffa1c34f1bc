import { organisationKey } from '../audience/audience.ts'
import type { RowOf } from '../model/rows.ts'
import type { Draft } from './draft.ts'
import type { RowChange } from './reader.ts'

const sharedByName = ['perspective', 'mark', 'responsibility'] as const

/**
 * What others shared by name with an organisation goes with its place on the map, also where it hangs on nothing any more;
 * coming back does not bring it back. A consequence: who leaves may not write a row out of its own sight.
 */
export function withdrawFromLeaver(change: RowChange, draft: Draft): void {
  if (change.kind !== 'participant' || change.after.state !== 'left' || change.before?.state === 'left')
    return
  const { mapId, organisationId } = change.after
  const key = organisationKey(organisationId)
  for (const kind of sharedByName) {
    for (const row of draft.list(kind, 'mapId', mapId) as RowOf<typeof kind>[]) {
      if (row.organisationId === organisationId || !row.audience.includes(key)) continue
      draft.put(kind, { ...row, audience: row.audience.filter((other) => other !== key) }, true)
    }
  }
}
