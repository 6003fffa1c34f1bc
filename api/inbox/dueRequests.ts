// Whoever was asked to fill something in finds it once more when its day is near, without anybody reminding them.
import { sql } from 'drizzle-orm'
import type { AccountServices } from '../accounts/services.ts'
import type { Transaction } from '../database/door.ts'
import { writeNews } from './writeNews.ts'

/** Looks every hour whose day is near, and gives what stops looking. */
export function callDueRequestsHourly(services: AccountServices): () => void {
  const look = () => services.afterwards.run('requests that are due', () => callDueRequests(services))
  look()
  const timer = setInterval(look, 3_600_000)
  timer.unref()
  return () => clearInterval(timer)
}

/** From the day before on, once for each open request; what was due long ago, before anybody looked, calls nobody. */
export async function callDueRequests({
  door,
  clock,
}: Pick<AccountServices, 'door' | 'clock'>): Promise<void> {
  await door.asSystem('call whom a request is due', async (tx) => {
    // Of instances that look at once, the second finds what the first has written.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('interlane due requests'))`)
    for (const { ecosystem_id, id, organisation_id, person_id, ...asked } of await readDue(tx, clock())) {
      const row = { rowKind: 'contributionRequest', rowId: id } as const
      const called = { organisationId: asked.asked_organisation_id, personId: asked.asked_person_id }
      const call = { kind: 'due', ...row, ...called } as const
      await writeNews(tx, ecosystem_id, [call], { organisationId: organisation_id, personId: person_id })
    }
  })
}

interface DueRequest extends Record<string, unknown> {
  ecosystem_id: string
  id: string
  organisation_id: string
  person_id: string
  asked_organisation_id: string
  asked_person_id: string | null
}

async function readDue(tx: Transaction, now: Date): Promise<DueRequest[]> {
  return tx.execute<DueRequest>(sql`
    select ecosystem_id, id, organisation_id, person_id, asked_organisation_id, asked_person_id
    from contribution_requests as request
    where state = 'open' and not deleted and due_on between ${dayOf(now, -longAgoDays)} and ${dayOf(now, 1)}
      and not exists (select from news where news.ecosystem_id = request.ecosystem_id
        and news.row_id = request.id and news.row_kind = 'contributionRequest' and news.kind = 'due')
    order by ecosystem_id, due_on, id limit 1000`)
}

const longAgoDays = 30

function dayOf(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
