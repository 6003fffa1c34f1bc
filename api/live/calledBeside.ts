// Inbox lines about a row that did not change itself: something attached to it did, such as a view that was withdrawn.
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { AudienceChange } from '../../shared/audience/audienceChange.ts'
import { targetKinds } from '../../shared/model/perspective.ts'
import type { Transaction } from '../database/door.ts'
import { history } from '../database/tables/edits.ts'
import { news } from '../database/tables/inbox.ts'
import { tables } from '../database/tables/rows.ts'

/** Somebody called, and the change they are called to look at, for those who may see it. */
type CalledBeside = Viewer & { change: AudienceChange }

/**
 * Who was called after `seq` to the target of a changed row, with who may see the target now. Only by a line written in the
 * transaction of that change: other changes of what is attached may be somebody's own, and are nobody's news.
 */
export async function readCalledBeside(
  tx: Transaction,
  ecosystemId: string,
  seq: number,
  personIds: readonly string[],
): Promise<CalledBeside[]> {
  if (personIds.length === 0) return []
  const found = await Promise.all(targetKinds.map((kind) => calledTo(tx, kind, ecosystemId, seq, personIds)))
  return found.flat()
}

const { ownership } = tables
const target = sql`${history.after} ->> 'targetId'`
/** Who answers for a touchpoint is attached to it through its ownership. */
const touchpointOfRow = sql`coalesce(${target}, (
  select ${ownership.touchpointId}::text from ${ownership}
  where ${ownership.ecosystemId} = ${history.ecosystemId} and ${ownership.id}::text = ${history.after} ->> 'ownershipId'
))`

async function calledTo(
  tx: Transaction,
  kind: (typeof targetKinds)[number],
  ecosystemId: string,
  seq: number,
  personIds: readonly string[],
): Promise<CalledBeside[]> {
  const table = tables[kind] as (typeof tables)['touchpoint']
  const { personId, organisationId } = news
  const isWrittenWith = and(
    eq(news.ecosystemId, history.ecosystemId),
    eq(news.at, history.at),
    eq(news.rowKind, kind),
    eq(sql`${news.rowId}::text`, kind === 'touchpoint' ? touchpointOfRow : target),
  )
  const isTarget = and(eq(table.ecosystemId, news.ecosystemId), eq(table.id, news.rowId))
  const lines = await tx
    .selectDistinct({ personId, organisationId, audience: table.audience })
    .from(history)
    .innerJoin(news, isWrittenWith)
    .innerJoin(table, isTarget)
    .where(
      and(
        ...[eq(history.ecosystemId, ecosystemId), gt(history.seq, seq), eq(table.deleted, false)],
        ...[inArray(news.personId, [...personIds]), isNull(news.readAt)],
      ),
    )
  return lines.map(({ audience, ...called }) => {
    return { ...called, change: { after: audience, before: null, organisationId: null, named: null } }
  })
}
