// A thread about a mark or a view is read by nobody who may not read that.
import { mapKey, organisationKey } from '../audience/audience.ts'
import type { RowReader } from '../edits/reader.ts'
import type { Comment, RowOf } from '../model/rows.ts'

/** The mark or view that a thread stands on, beside the object that this is about. */
export type StandsOn = Pick<Comment, 'markId' | 'perspectiveId'>

/** The row itself; undefined where the thread stands on the object as such, or the reader does not see it. */
export function rowUnder({ markId, perspectiveId }: StandsOn, rows: RowReader) {
  const row: RowOf<'mark' | 'perspective'> | undefined = markId
    ? rows.get('mark', markId)
    : perspectiveId
      ? rows.get('perspective', perspectiveId)
      : undefined
  return row
}

/**
 * The most that a thread may be for. Who else reads what an organisation shares with some is for that organisation alone to
 * know: others talk about it with that one.
 * @returns null where it may be for everybody
 */
export function mostReaders(
  thread: StandsOn & Pick<Comment, 'mapId' | 'organisationId'>,
  rows: RowReader,
): readonly string[] | null {
  const row = rowUnder(thread, rows)
  if (!row || row.audience.includes(mapKey(thread.mapId))) return null
  const own = organisationKey(thread.organisationId)
  return row.organisationId === thread.organisationId
    ? [own, ...row.audience]
    : [own, organisationKey(row.organisationId)]
}
