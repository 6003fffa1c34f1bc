import { sql } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { Call } from '../../shared/inbox/call.ts'
import type { Transaction } from '../database/door.ts'
import { callStandIns } from './standIns.ts'

/**
 * Puts a line into the inbox of everybody who is called: of an organisation its admins and editors, or its admins alone. Runs as the system, in
 * the transaction of what it tells of, or one of both could be without the other. Who has not read an earlier line of the
 * same kind about the same row is not called again; a reminder takes the place of what it reminds of, as new and for the next letter.
 * Who is called by name and has left is stood in for.
 */
export async function writeNews(
  tx: Transaction,
  ecosystemId: string,
  calls: readonly Call[],
  by: Viewer,
): Promise<void> {
  if (calls.length === 0) return
  const reached = await callStandIns(tx, ecosystemId, calls)
  const listed = JSON.stringify(reached.map((call, position) => ({ ...call, position })))
  await tx.execute(sql`
    with called as (
      select distinct on (m.person_id, m.organisation_id, "rowKind", "rowId") m.person_id, m.organisation_id,
        calls.kind, "rowKind" as row_kind, "rowId" as row_id
      from jsonb_to_recordset(${listed}::jsonb) as calls
        (position int, kind text, "rowKind" text, "rowId" uuid, "organisationId" uuid, "personId" uuid, "adminsOnly" boolean)
      join memberships m on m.organisation_id = "organisationId" and m.active
        and (m.person_id = "personId" or ("personId" is null and (m.role = 'admin' or (m.role = 'editor' and "adminsOnly" is not true))))
      where m.person_id <> ${by.personId}::uuid
      order by m.person_id, m.organisation_id, "rowKind", "rowId", position
    ), renewed as (
      delete from news earlier using called where called.kind = 'reminded' and earlier.kind in ('asked', 'reminded')
        and earlier.ecosystem_id = ${ecosystemId}::uuid and earlier.row_id = called.row_id and earlier.row_kind = called.row_kind
        and earlier.person_id = called.person_id and earlier.organisation_id = called.organisation_id
    )
    insert into news (ecosystem_id, person_id, organisation_id, kind, row_kind, row_id, by_organisation_id)
    select ${ecosystemId}::uuid, called.person_id, called.organisation_id, kind, row_kind, row_id, ${by.organisationId}::uuid
    from called
    where called.kind = 'reminded' or not exists (select from news earlier where earlier.ecosystem_id = ${ecosystemId}::uuid
      and earlier.row_id = called.row_id and earlier.row_kind = called.row_kind and earlier.kind = called.kind
      and earlier.person_id = called.person_id and earlier.organisation_id = called.organisation_id
      and (called.kind <> 'withdrawn' or earlier.by_organisation_id = ${by.organisationId}::uuid)
      and earlier.read_at is null)`)
}
