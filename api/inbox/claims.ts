// What a letter is to tell is claimed before it is read and sent, so that instances at work together never write twice.
import { inArray, sql } from 'drizzle-orm'
import type { Digest } from '../../shared/inbox/news.ts'
import type { Transaction } from '../database/door.ts'
import { news } from '../database/tables/inbox.ts'
import type { FollowedMap } from './mapChanges.ts'

/** Letters of one rhythm, and until when they tell of what came. */
export interface Round {
  digest: Digest
  until: Date
  /** Only what cannot wait for the rhythm: a reminder is of use before the day, not after the week. */
  isUrgent: boolean
}

export interface Claimed {
  lines: { id: string; organisationId: string }[]
  /** Maps somebody follows, each with the moment until which earlier letters have told of it. */
  followed: (FollowedMap & { organisationId: string; toldUntil: Date })[]
}

/** Everybody whom a letter of this round may have something to tell. */
export async function readDue(tx: Transaction, round: Round): Promise<string[]> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select news.person_id from news where ${isWaiting(round)} and ${mayBeWritten(sql`news.person_id`, round)}
    union
    select f.person_id from map_followers f where not ${round.isUrgent} and ${isToTell(round)} and ${mayBeWritten(sql`f.person_id`, round)}`)
  return rows.map((row) => row.person_id)
}

/** Locks the person, so that of two instances one finds nothing left. */
export async function claim(tx: Transaction, personId: string, round: Round, now: Date): Promise<Claimed> {
  const locked = await tx.execute(sql`
    select from people where id = ${personId} and ${mayBeWritten(sql`people.id`, round)} for update skip locked`)
  if (locked.length === 0) return { lines: [], followed: [] }
  const lines = await tx.execute<{ id: string; organisation_id: string }>(sql`
    update news set mailed_at = ${now.toISOString()}
    where person_id = ${personId} and ${isWaiting(round)} returning id, organisation_id`)
  const followed = await tx.execute<Record<string, string>>(sql`
    with f as (select * from map_followers f where f.person_id = ${personId} and not ${round.isUrgent} and ${isToTell(round)})
    update map_followers set mailed_until = ${round.until.toISOString()} from f where map_followers.id = f.id
    returning f.id, f.ecosystem_id, f.map_id, f.organisation_id, coalesce(f.mailed_until, f.since)::text as told_until`)
  return {
    lines: lines.map(({ id, organisation_id }) => ({ id, organisationId: organisation_id })),
    followed: followed.map((row) => ({
      ...{ id: row.id!, ecosystemId: row.ecosystem_id!, mapId: row.map_id! },
      ...{ organisationId: row.organisation_id!, toldUntil: new Date(row.told_until!) },
    })),
  }
}

/** Gives back what no letter named. */
export async function release(tx: Transaction, { lines, followed }: Claimed): Promise<void> {
  const ids = lines.map(({ id }) => id)
  if (ids.length > 0) await tx.update(news).set({ mailedAt: null }).where(inArray(news.id, ids))
  for (const { id, toldUntil } of followed)
    await tx.execute(
      sql`update map_followers set mailed_until = ${toldUntil.toISOString()}::timestamptz where id = ${id}`,
    )
}

const urgentKinds = sql`('reminded', 'due')`

/** Unread, unmailed, not older than two weeks, and for somebody who still belongs to the organisation that was called. */
const isWaiting = ({ until, isUrgent }: Round) => sql`news.read_at is null and news.mailed_at is null
  and (not ${isUrgent} or news.kind in ${urgentKinds})
  and news.at < ${until.toISOString()} and news.at > ${until.toISOString()}::timestamptz - interval '14 days'
  and exists (select from memberships where memberships.active
    and memberships.person_id = news.person_id and memberships.organisation_id = news.organisation_id)`

/** Not told of yet until then, to somebody who still belongs to the organisation in which they follow the map. */
const isToTell = ({
  until,
}: Round) => sql`coalesce(f.mailed_until, f.since) < ${until.toISOString()}::timestamptz
  and exists (select from memberships where memberships.active
    and memberships.person_id = f.person_id and memberships.organisation_id = f.organisation_id)`

/** Wants letters in this rhythm, has a confirmed address that is not made up, and got none of them since the round began. */
const mayBeWritten = (personId: ReturnType<typeof sql>, { digest, until, isUrgent }: Round) => sql`exists (
    select from people as reader where reader.id = ${personId} and reader.digest = ${digest}
      and reader.email_verified_at is not null and not reader.awaits_confirmation)
  and not exists (select from demo_accounts where demo_accounts.person_id = ${personId} and demo_accounts.password is not null)
  and (${isUrgent} or not exists (select from news as mailed where mailed.kind not in ${urgentKinds} and mailed.person_id = ${personId} and mailed.mailed_at >= ${until.toISOString()}))`
