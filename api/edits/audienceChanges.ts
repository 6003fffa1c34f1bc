// What of the history tells for whom rows have changed.
import { and, eq, gt, sql } from 'drizzle-orm'
import type { AudienceKey } from '../../shared/audience/audience.ts'
import { type AudienceChange, type ChangeReader, looksTheSame } from '../../shared/audience/audienceChange.ts'
import { rowKey } from '../../shared/edits/reader.ts'
import type { RowKind } from '../../shared/model/rows.ts'
import type { Transaction } from '../database/door.ts'
import { history } from '../database/tables/edits.ts'

const whoseFields = `'{audience,versions,heldByOrganisationId,stewardOrganisationId}'::text[]`
const isWhoAlone = sql.raw(`coalesce(before - ${whoseFields} = after - ${whoseFields}, false)`)
const whoseParty = (state: 'before' | 'after') =>
  `jsonb_build_array(${state} -> 'heldByOrganisationId', ${state} -> 'stewardOrganisationId')`

/** The columns of an {@link AudienceChange}, of records of the history. */
export const audienceChange = {
  after: sql<AudienceKey[]>`after -> 'audience'`,
  before: sql<AudienceKey[] | null>`case when ${isWhoAlone} then before -> 'audience' end`,
  organisationId: sql<string | null>`after ->> 'organisationId'`,
  named: sql<AudienceChange['named']>`${sql.raw(
    `case when "history"."kind" = 'party' then jsonb_build_object('before', ${whoseParty('before')}, 'after', ${whoseParty('after')}) end`,
  )}`,
}

/** Of the rows with these ids those, by {@link rowKey}, that look to this reader as at `seq`. Runs past all audiences. */
export async function readUnchangedFor(
  tx: Transaction,
  ecosystemId: string,
  seq: number,
  reader: ChangeReader,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { before, after, organisationId, named } = audienceChange
  const change = sql`jsonb_build_object('before', ${before}, 'after', ${after}, 'organisationId', ${organisationId}, 'named', ${named})`
  // One parameter, however many there are.
  const isOneOf = sql`${history.rowId} = any(${sql.param(ids)}::uuid[])`
  const found = await tx
    .select({
      kind: sql<RowKind>`${history.kind}`,
      id: history.rowId,
      changes: sql<AudienceChange[]>`jsonb_agg(${change})`,
    })
    .from(history)
    .where(and(eq(history.ecosystemId, ecosystemId), gt(history.seq, seq), isOneOf))
    .groupBy(history.kind, history.rowId)
    .having(sql`bool_and(${isWhoAlone})`)
  return new Set(found.filter(({ changes }) => changes.every((one) => looksTheSame(one, reader))).map(rowKey))
}
