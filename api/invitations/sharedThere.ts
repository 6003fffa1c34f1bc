// What an invited organisation will find shared with the maps it is invited to, as of the moment one looks.
import { sql } from 'drizzle-orm'
import { type SaidKind, saidKinds } from '../../shared/analysis/openKinds.ts'
import { ecosystemKey, mapKey } from '../../shared/audience/audience.ts'
import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import type { Transaction } from '../database/door.ts'
import { tables } from '../database/tables/rows.ts'

interface Place {
  ecosystemId: string
  mapIds: readonly string[]
}

/** What organisations say in their own name and everybody on these maps sees, counted by whose it is. */
export async function readSharedThere(
  tx: Transaction,
  { ecosystemId, mapIds }: Place,
): Promise<ShownInvitationAnswer['shared']> {
  const keys = JSON.stringify([...mapIds.map(mapKey), ecosystemKey(ecosystemId)])
  const isShared = sql`ecosystem_id = ${ecosystemId} and not deleted
    and map_id in (select jsonb_array_elements_text(${JSON.stringify(mapIds)}::jsonb)::uuid)
    and audience && array(select jsonb_array_elements_text(${keys}::jsonb))`
  const said = saidKinds.map((kind) => {
    const isCounted = 'replyToId' in tables[kind] ? sql`and reply_to_id is null` : sql``
    return sql`select organisation_id, ${kind}::text as kind from ${tables[kind]} where ${isShared} ${isCounted}`
  })
  const found = await tx.execute<{ id: string; name: string; kind: SaidKind; count: string }>(sql`
    select organisations.id, organisations.name, kind, count(*) as count
    from (${sql.join(said, sql` union all `)}) shared join organisations on organisations.id = organisation_id
    group by organisations.id, organisations.name, kind order by organisations.name, organisations.id`)
  return [...new Set(found.map(({ id }) => id))].map((organisationId) => {
    const own = found.filter(({ id }) => id === organisationId)
    const kinds = saidKinds.flatMap((kind) => own.filter((one) => one.kind === kind))
    return {
      organisation: own[0]!.name,
      counts: kinds.map(({ kind, count }) => ({ kind, count: Number(count) })),
    }
  })
}
