import { and, asc, eq } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import { highestNumber } from '../../shared/edits/exchange.ts'
import type { EditReference, RowChange } from '../../shared/edits/reader.ts'
import type { Transaction } from '../database/door.ts'
import { history } from '../database/tables/edits.ts'
import { isForViewer } from '../database/tables/governed.ts'

/** What an earlier edit of this person changed, as far as they may see it; undefined when there is no such edit. */
export async function readOwnChanges(
  tx: Transaction,
  ecosystemId: string,
  { personId, organisationId }: Viewer,
  { clientId, number }: EditReference,
): Promise<RowChange[] | undefined> {
  if (number > highestNumber) return undefined
  const records = await tx
    .select()
    .from(history)
    .where(
      and(
        eq(history.ecosystemId, ecosystemId),
        eq(history.clientId, clientId),
        eq(history.number, number),
        eq(history.personId, personId),
        eq(history.organisationId, organisationId),
        isForViewer(history),
      ),
    )
    .orderBy(asc(history.seq), asc(history.position))
  if (records.length === 0) return undefined
  return records.map(
    ({ kind, rowId, before, after, follows }) => ({ kind, id: rowId, before, after, follows }) as RowChange,
  )
}
