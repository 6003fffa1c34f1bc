// What an invited organisation will find shared with the maps it is invited to, as of the moment one looks.
import { sql } from 'drizzle-orm'
import { ecosystemKey, mapKey } from '../../shared/audience/audience.ts'
import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import type { Transaction } from '../database/door.ts'

interface Place {
  ecosystemId: string
  mapIds: readonly string[]
}

/** Views and marks that everybody on these maps sees, counted by whose they are. */
export async function readSharedThere(
  tx: Transaction,
  { ecosystemId, mapIds }: Place,
): Promise<ShownInvitationAnswer['shared']> {
  const keys = JSON.stringify([...mapIds.map(mapKey), ecosystemKey(ecosystemId)])
  const isShared = sql`ecosystem_id = ${ecosystemId} and not deleted
    and map_id in (select jsonb_array_elements_text(${JSON.stringify(mapIds)}::jsonb)::uuid)
    and audience && array(select jsonb_array_elements_text(${keys}::jsonb))`
  const found = await tx.execute<{ name: string; views: string; marks: string }>(sql`
    select organisations.name, count(*) filter (where is_view) as views, count(*) filter (where not is_view) as marks
    from (
      select organisation_id, true as is_view from perspectives where ${isShared}
      union all select organisation_id, false from marks where ${isShared}
    ) shared join organisations on organisations.id = organisation_id
    group by organisations.id, organisations.name order by organisations.name`)
  return [...found].map(({ name, views, marks }) => ({
    organisation: name,
    views: Number(views),
    marks: Number(marks),
  }))
}
