import { organisationKey } from '../audience/audience.ts'
import type { RowOf } from '../model/rows.ts'
import type { Draft } from './draft.ts'
import type { RowChange } from './reader.ts'

const sharedByName = ['perspective', 'mark', 'responsibility'] as const

/**
 * Whoever leaves a map no longer sees what others there had shared with it by name: a child's audience lies within its
 * parent's. A consequence, because the leaver does not see those rows any more and the others' organiser may never have.
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
