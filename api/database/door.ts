// The one door to the database: nothing else hands out a handle that reads or writes rows.
import { type SQL, sql } from 'drizzle-orm'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import type { PostgresJsDatabase, PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import type { MemberRight, MemberRole } from '../../shared/accounts/roles.ts'
import type { AudienceKey, Viewer } from '../../shared/audience/audience.ts'
import { adminsToAsk } from '../accounts/adminsToAsk.ts'
import { viewerKeys } from './tables/governed.ts'

export type Transaction = PgTransaction<
  PostgresJsQueryResultHKT,
  Record<string, never>,
  Record<string, never>
>

export interface Door {
  /** One consistent snapshot of what the viewer may see; writes nothing. */
  asViewer<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T>
  /** The writing transaction of an ecosystem: its counter is locked first, and only then is it read what the author may do and see. */
  asAuthor<T>(
    viewer: Viewer,
    ecosystemId: string,
    work: (tx: Transaction, standing: Standing) => Promise<T>,
    more?: Beforehand,
  ): Promise<T>
  /** Past all audiences, for named reasons only: accounts, consequences, jobs. */
  asSystem<T>(reason: string, work: (tx: Transaction) => Promise<T>): Promise<T>
}

interface Beforehand {
  /** Keys the server adds for this transaction, after checking an invitation itself. */
  granted?: readonly AudienceKey[]
  /** Read past all audiences right after the lock, for the server's own use. */
  asked?: SQL
  /** Written past all audiences right after the lock, and kept only with all the rest; it may make the author a member. */
  first?: (tx: Transaction) => Promise<void>
}

/** The author as a member of the organisation it acts for; `admins` are the names of those who give what is withheld. */
interface Member {
  role: MemberRole
  withheld: MemberRight[]
  admins: string[]
  name: string
}

/** What the lock of an ecosystem's counter answers: where its order of edits stands, and who the author is there. */
export interface Standing {
  /** Null when there is no such ecosystem. */
  counter: { seq: number; epoch: number } | null
  /** Null without an active one. */
  membership: Member | null
  /** Whether the author, with what is granted, may know of the ecosystem. */
  hasPlace: boolean
  /** What was `asked` beforehand. */
  answered: Record<string, unknown>[]
  /** Has the transaction see what the author may see by now: where it takes part, an edit may have changed. */
  seeAnew: () => Promise<void>
}

/** @param audit told the reason of each work past all audiences */
export function openDoor(database: PostgresJsDatabase, audit: (reason: string) => void = () => {}): Door {
  return {
    asViewer: (viewer, work) =>
      database.transaction(async (transaction) => {
        const tx = transaction as Transaction
        const snapshot = sql`set transaction isolation level repeatable read, read only`
        await inOrder(tx, [snapshot, ...becomeViewer(viewer)])
        return work(tx)
      }),
    asAuthor: (viewer, ecosystemId, work, { granted = [], asked = sql`select`, first } = {}) =>
      database.transaction(async (transaction) => {
        const tx = transaction as Transaction
        const lock = sql`select seq, epoch from ecosystem_counters where ecosystem_id = ${ecosystemId} for update`
        if (first) {
          await inOrder(tx, [becomeSystem, lock])
          await first(tx)
        }
        const [, locked, member, answered, ...rest] = await inOrder(tx, [
          becomeSystem,
          lock,
          sql`select role, withheld, ${adminsToAsk} as admins, people.name
            from memberships join people on people.id = memberships.person_id where active
            and person_id = ${viewer.personId} and organisation_id = ${viewer.organisationId}`,
          asked,
          ...becomeViewer(viewer, granted),
          sql`select from ecosystem_counters where ecosystem_id = ${ecosystemId}
            and ('ecosystem:' || ecosystem_id) = any(${viewerKeys})`,
        ])
        const [row] = locked!
        const counter = row ? { seq: Number(row.seq), epoch: Number(row.epoch) } : null
        const [membership] = member as unknown as Standing['membership'][]
        return work(tx, {
          counter,
          membership: membership ?? null,
          hasPlace: rest.at(-1)!.length > 0,
          answered: [...answered!],
          seeAnew: async () => void (await inOrder(tx, becomeViewer(viewer, granted))),
        })
      }),
    asSystem: (reason, work) => {
      audit(reason)
      return database.transaction(async (tx) => {
        await tx.execute(becomeSystem)
        return work(tx as Transaction)
      })
    },
  }
}

/**
 * Runs one part of an author's transaction past all audiences, then goes back to the author's. Neither change of role is
 * waited for: the connection runs what is sent in order, and in a transaction that failed nothing runs any more.
 */
export async function withinAsSystem<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const became = tx.execute(becomeSystem).then(noResult)
  const [result] = await Promise.all([work(), became])
  tx.execute(giveUpSystem).then(noResult, noResult)
  return result
}

const noResult = () => {}
const becomeSystem = sql`set local role interlane_system`
const giveUpSystem = sql`set local role interlane_viewer`

/** Reads the viewer's keys as they are in this transaction, then gives up every other right. */
function becomeViewer(viewer: Viewer, granted: readonly AudienceKey[] = []): SQL[] {
  const keys = keysOfViewer(viewer, granted)
  return [becomeSystem, sql`select set_config('interlane.keys', coalesce((${keys}), ''), true)`, giveUpSystem]
}

/**
 * Sends queries together, in one round trip, and has them run one after the other. A query of drizzle is sent when it is
 * awaited, not when it is written: lists must be flat, or a role would be set after the query that relies on it.
 */
function inOrder(tx: Transaction, queries: readonly SQL[]) {
  return Promise.all(queries.map((query) => tx.execute(query)))
}

/** The same keys as `keysOf` in shared/audience; without an active membership there are none. */
function keysOfViewer({ personId, organisationId }: Viewer, granted: readonly AudienceKey[]) {
  return sql`
    select concat_ws(',', 'person:' || m.person_id, 'org:' || m.organisation_id, nullif(${granted.join(',')}::text, ''),
      (select string_agg(distinct 'map:' || p.map_id, ',') from participants p
        where p.organisation_id = m.organisation_id and p.state = 'active' and not p.deleted),
      (select string_agg(distinct 'ecosystem:' || e.id, ',') from ecosystems e
        where not e.deleted and (e.convener_organisation_id = m.organisation_id or exists (
          select 1 from participants p where p.ecosystem_id = e.id
            and p.organisation_id = m.organisation_id and p.state = 'active' and not p.deleted))))
    from memberships m
    where m.active and m.person_id = ${personId} and m.organisation_id = ${organisationId}`
}
