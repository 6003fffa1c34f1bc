// Sessions through lucia, and the only file that knows it. tests/accounts/sessions.test.ts is the contract for whatever replaces it.
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, lt, ne } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import type { Transaction } from '../database/door.ts'
import { sessions as table } from '../database/tables/accounts.ts'

const slidingDays = 30
const absoluteDays = 90
const dayMilliseconds = 86_400_000
const lastSeenMilliseconds = 60_000

export interface StoredSession {
  id: string
  personId: string
  device: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

export interface Sessions {
  /** Begins a session and gives its secret, which is stored nowhere: 256 bits in base64url. */
  open(tx: Transaction, of: { personId: string; device: string }): Promise<{ token: string; expiresAt: Date }>
  /** The session of a secret; `renewed` when its end has moved, so that the cookie has to be set again. */
  recognise(tx: Transaction, token: string): Promise<(StoredSession & { renewed: boolean }) | undefined>
  /** The person's living sessions, the one seen last first. */
  list(tx: Transaction, personId: string): Promise<StoredSession[]>
  /** Ends one session of this person; false when it has no such session. */
  end(tx: Transaction, personId: string, sessionId: string): Promise<boolean>
  endAll(tx: Transaction, personId: string, exceptSessionId?: string): Promise<void>
  forgetExpired(tx: Transaction): Promise<void>
}

/** Sessions that end 30 days after they were last used and 90 days after they began, whatever happens. */
export function createSessions(clock: () => Date): Sessions {
  return {
    async open(tx, { personId, device }) {
      const token = randomBytes(32).toString('base64url')
      await lucia(tx, clock).createSession(personId, { device }, { sessionId: token })
      return { token, expiresAt: slidingEnd(clock(), absoluteEnd(clock())) }
    },
    async recognise(tx, token) {
      const { session } = await lucia(tx, clock).validateSession(token)
      if (!session) return undefined
      const { stored, fresh } = session
      const now = clock()
      if (now.getTime() - stored.lastSeenAt.getTime() > lastSeenMilliseconds) {
        await tx.update(table).set({ lastSeenAt: now }).where(eq(table.id, stored.id))
      }
      const expiresAt = fresh ? slidingEnd(now, stored.absoluteExpiresAt) : stored.expiresAt
      return { ...summary(stored), expiresAt, renewed: expiresAt > stored.expiresAt }
    },
    async list(tx, personId) {
      const living = await lucia(tx, clock).getUserSessions(personId)
      const summaries = living.map(({ stored }) => summary(stored))
      return summaries.sort((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())
    },
    // Past lucia: what is listed are stored hashes, which lucia would take for secrets and hash again.
    async end(tx, personId, sessionId) {
      const own = and(eq(table.id, sessionId), eq(table.personId, personId))
      const ended = await tx.delete(table).where(own).returning({ id: table.id })
      return ended.length > 0
    },
    async endAll(tx, personId, exceptSessionId) {
      const others = exceptSessionId === undefined ? undefined : ne(table.id, exceptSessionId)
      await tx.delete(table).where(and(eq(table.personId, personId), others))
    },
    async forgetExpired(tx) {
      await lucia(tx, clock).deleteExpiredSessions()
    },
  }
}

type SessionRow = typeof table.$inferSelect

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ stored: SessionRow }>
    DatabaseSessionAttributes: { device: string; stored?: SessionRow }
  }
}

function lucia(tx: Transaction, clock: () => Date) {
  return new Lucia(adapter(tx, clock), {
    sessionExpiresIn: new TimeSpan(slidingDays, 'd'),
    getSessionAttributes: ({ stored }) => ({ stored: stored as SessionRow }),
  })
}

/** Stores the SHA-256 of what lucia takes for the id, caps its expiry, and translates our clock to lucia's, the system's. */
function adapter(tx: Transaction, clock: () => Date): Adapter {
  const luciaTime = (moment: Date) => new Date(Date.now() + moment.getTime() - clock().getTime())
  const luciaSession = (row: SessionRow, id: string): DatabaseSession => ({
    id,
    userId: row.personId,
    expiresAt: luciaTime(row.expiresAt),
    attributes: { device: row.device, stored: row },
  })
  return {
    async getSessionAndUser(token) {
      const [row] = await tx
        .select()
        .from(table)
        .where(eq(table.id, hashed(token)))
      return row ? [luciaSession(row, token), { id: row.personId, attributes: {} }] : [null, null]
    },
    async getUserSessions(personId) {
      const rows = await tx.select().from(table).where(eq(table.personId, personId))
      return rows.map((row) => luciaSession(row, row.id))
    },
    async setSession({ id: token, userId, attributes }) {
      const now = clock()
      const absoluteExpiresAt = absoluteEnd(now)
      const expiresAt = slidingEnd(now, absoluteExpiresAt)
      const dates = { createdAt: now, lastSeenAt: now, expiresAt, absoluteExpiresAt }
      await tx
        .insert(table)
        .values({ id: hashed(token), personId: userId, device: attributes.device, ...dates })
    },
    async updateSessionExpiration(token) {
      const [row] = await tx
        .select()
        .from(table)
        .where(eq(table.id, hashed(token)))
      if (!row) return
      const expiresAt = slidingEnd(clock(), row.absoluteExpiresAt)
      await tx
        .update(table)
        .set({ expiresAt })
        .where(and(eq(table.id, row.id), lt(table.expiresAt, expiresAt)))
    },
    async deleteSession(token) {
      await tx.delete(table).where(eq(table.id, hashed(token)))
    },
    async deleteUserSessions(personId) {
      await tx.delete(table).where(eq(table.personId, personId))
    },
    async deleteExpiredSessions() {
      await tx.delete(table).where(lt(table.expiresAt, clock()))
    },
  }
}

const hashed = (token: string) => createHash('sha256').update(token).digest('hex')
const absoluteEnd = (began: Date) => new Date(began.getTime() + absoluteDays * dayMilliseconds)
const slidingEnd = (now: Date, absolute: Date) =>
  new Date(Math.min(now.getTime() + slidingDays * dayMilliseconds, absolute.getTime()))
const summary = ({ absoluteExpiresAt: _, ...session }: SessionRow): StoredSession => session
