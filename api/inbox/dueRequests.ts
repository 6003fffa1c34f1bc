import { sql } from 'drizzle-orm'
import type { Transaction } from '../database/door.ts'
import { writeNews } from './writeNews.ts'

/** Days between which something is due, `YYYY-MM-DD`. */
export interface DueSpan {
  from: string
  until: string
}

/** Calls once whoever was asked to fill something in. */
export async function callDueRequests(tx: Transaction, span: DueSpan): Promise<void> {
  for (const { ecosystem_id, id, organisation_id, person_id, ...asked } of await readDue(tx, span)) {
    const row = { rowKind: 'contributionRequest', rowId: id } as const
    const called = { organisationId: asked.asked_organisation_id, personId: asked.asked_person_id }
    const call = { kind: 'due', ...row, ...called } as const
    await writeNews(tx, ecosystem_id, [call], { organisationId: organisation_id, personId: person_id })
  }
}

interface DueRequest extends Record<string, unknown> {
  ecosystem_id: string
  id: string
  organisation_id: string
  person_id: string
  asked_organisation_id: string
  asked_person_id: string | null
}

async function readDue(tx: Transaction, { from, until }: DueSpan): Promise<DueRequest[]> {
  return tx.execute<DueRequest>(sql`
    select ecosystem_id, id, organisation_id, person_id, asked_organisation_id, asked_person_id
    from contribution_requests as request
    where state = 'open' and not deleted and due_on between ${from} and ${until}
      and not exists (select from news where news.ecosystem_id = request.ecosystem_id
        and news.row_id = request.id and news.row_kind = 'contributionRequest' and news.kind = 'due')
    order by ecosystem_id, due_on, id limit 1000`)
}
