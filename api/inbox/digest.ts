// Once a day, a letter to everybody with unread news that no letter has named yet.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { NewsLine } from '../../shared/inbox/answers.ts'
import type { AccountServices } from '../accounts/services.ts'
import type { Transaction } from '../database/door.ts'
import { people } from '../database/tables/accounts.ts'
import { news } from '../database/tables/inbox.ts'
import { digestLetter } from '../mail/digestLetter.ts'
import { readNamedLines } from './queries.ts'

type DigestServices = Pick<AccountServices, 'door' | 'mailer' | 'clock' | 'pageLink'>

/** Looks every few minutes whether a letter is due, and gives what stops looking. Without a mailer nothing runs. */
export function sendDigestsDaily(services: AccountServices): () => void {
  if (!services.mailer.sends) return () => {}
  const look = () => services.afterwards.run('daily letters', () => sendDigests(services))
  look()
  const timer = setInterval(look, 600_000)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Sends what came before six in the morning (UTC). Lines are claimed before they are read and sent, so that instances
 * at work together never write twice; a letter the mail server does not take gives its lines back.
 */
export async function sendDigests(services: DigestServices): Promise<void> {
  const { door, clock } = services
  const until = lastMorning(clock())
  const due = await door.asSystem('find whom a letter is due', (tx) => readDue(tx, until))
  const failures: unknown[] = []
  for (const personId of due) {
    const claimed = await door.asSystem('claim news for a letter', (tx) =>
      claim(tx, personId, until, clock()),
    )
    await sendOne(services, personId, claimed).catch(async (error: unknown) => {
      failures.push(error)
      await release(services, claimed)
    })
  }
  if (failures.length > 0) throw failures[0]
}

interface Claimed {
  id: string
  organisationId: string
}

/** Built as its reader, organisation by organisation, at the moment of sending. */
async function sendOne(services: DigestServices, personId: string, claimed: readonly Claimed[]) {
  const { door, mailer, pageLink } = services
  const lines: NewsLine[] = []
  for (const organisationId of new Set(claimed.map((line) => line.organisationId))) {
    const ids = claimed.filter((line) => line.organisationId === organisationId).map(({ id }) => id)
    lines.push(...(await readNamedLines(door, { personId, organisationId }, ids)))
  }
  const shown = new Set(lines.map(({ id }) => id))
  await release(
    services,
    claimed.filter(({ id }) => !shown.has(id)),
  )
  if (lines.length === 0) return
  const [person] = await door.asSystem('address a letter', (tx) =>
    tx.select().from(people).where(eq(people.id, personId)),
  )
  if (!person) return
  const links = { inboxLink: pageLink('/inbox'), settingsLink: pageLink('/settings') }
  await mailer.send(digestLetter({ to: person.email, name: person.name, lines, ...links }))
}

async function release({ door }: DigestServices, claimed: readonly Claimed[]): Promise<void> {
  if (claimed.length === 0) return
  const ids = claimed.map(({ id }) => id)
  await door.asSystem('give back news no letter named', (tx) =>
    tx
      .update(news)
      .set({ mailedAt: null })
      .where(and(inArray(news.id, ids))),
  )
}

/** Six in the morning, today or yesterday: a letter sums up a day, it does not follow each event. */
export function lastMorning(now: Date): Date {
  const morning = new Date(now)
  morning.setUTCHours(6, 0, 0, 0)
  if (morning > now) morning.setUTCDate(morning.getUTCDate() - 1)
  return morning
}

async function readDue(tx: Transaction, until: Date): Promise<string[]> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct news.person_id from news where ${isWaiting(until)} and ${mayBeWritten(sql`news.person_id`, until)}`)
  return rows.map((row) => row.person_id)
}

/** Locks the person, so that of two instances one finds nothing left. */
async function claim(tx: Transaction, personId: string, until: Date, now: Date): Promise<Claimed[]> {
  const locked = await tx.execute(sql`
    select from people where id = ${personId} and ${mayBeWritten(sql`people.id`, until)} for update skip locked`)
  if (locked.length === 0) return []
  const rows = await tx.execute<{ id: string; organisation_id: string }>(sql`
    update news set mailed_at = ${now.toISOString()}
    where person_id = ${personId} and ${isWaiting(until)} returning id, organisation_id`)
  return rows.map(({ id, organisation_id }) => ({ id, organisationId: organisation_id }))
}

/** Unread, unmailed, not older than two weeks, and for somebody who still belongs to the organisation that was called. */
const isWaiting = (until: Date) => sql`news.read_at is null and news.mailed_at is null
  and news.at < ${until.toISOString()} and news.at > ${until.toISOString()}::timestamptz - interval '14 days'
  and exists (select from memberships where memberships.active
    and memberships.person_id = news.person_id and memberships.organisation_id = news.organisation_id)`

/** Wants letters, has a confirmed address that is not made up, and got none since this morning. */
const mayBeWritten = (personId: ReturnType<typeof sql>, until: Date) => sql`exists (
    select from people as reader where reader.id = ${personId} and reader.digest = 'daily'
      and reader.email_verified_at is not null and not reader.awaits_confirmation)
  and not exists (select from demo_accounts where demo_accounts.person_id = ${personId} and demo_accounts.password is not null)
  and not exists (select from news as mailed where mailed.person_id = ${personId} and mailed.mailed_at >= ${until.toISOString()})`
