import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import { readSignature, type SignatureEvent, type SignatureRecord } from '../../shared/handoffs/signatures.ts'
import type { Door } from '../database/door.ts'
import { history } from '../database/tables/edits.ts'
import { isForViewer } from '../database/tables/governed.ts'
import { confirmations, links } from '../database/tables/journeys.ts'
import { AppError } from '../errors.ts'

/**
 * What happened to a handoff's agreement, oldest first: only of rows the viewer may see now, and only what was for them then.
 * @throws AppError `notThere`
 */
export function readSignatures(
  door: Door,
  viewer: Viewer,
  ecosystemId: string,
  linkId: string,
): Promise<SignatureEvent[]> {
  return door.asViewer(viewer, async (tx) => {
    const [link] = await tx
      .select({ deleted: links.deleted })
      .from(links)
      .where(and(eq(links.id, linkId), eq(links.ecosystemId, ecosystemId), isForViewer(links)))
    if (!link || link.deleted) throw new AppError('notThere')
    const signed = await tx
      .select({ id: confirmations.id })
      .from(confirmations)
      .where(and(eq(confirmations.linkId, linkId), isForViewer(confirmations)))
    const records = await tx
      .select()
      .from(history)
      .where(
        and(
          eq(history.ecosystemId, ecosystemId),
          isForViewer(history),
          // Rows of other kinds may have the same id: clients choose them.
          inArray(history.kind, ['link', 'confirmation']),
          inArray(history.rowId, [linkId, ...signed.map(({ id }) => id)]),
        ),
      )
      .orderBy(asc(history.seq), asc(history.position))
    return records
      .map((record) => readSignature(record as unknown as SignatureRecord))
      .filter((event) => event !== null)
  })
}
