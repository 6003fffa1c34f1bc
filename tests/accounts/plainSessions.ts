// Sessions without any library, on the same table: what would replace lucia, held to the same contract.
import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, lte, ne } from 'drizzle-orm'
import type { Sessions } from '../../api/accounts/sessions.ts'
import { sessions as table } from '../../api/database/tables/accounts.ts'

const day = 86_400_000

export function createPlainSessions(clock: () => Date): Sessions {
  return {
    async open(tx, { personId, device }) {
      const token = randomBytes(32).toString('base64url')
      const now = clock()
      const expiresAt = after(now, 30)
      const dates = { createdAt: now, lastSeenAt: now, expiresAt, absoluteExpiresAt: after(now, 90) }
      await tx.insert(table).values({ id: hashed(token), personId, device, ...dates })
      return { token, expiresAt }
    },
    async recognise(tx, token) {
      const now = clock()
      const living = and(eq(table.id, hashed(token)), gt(table.expiresAt, now))
      const [row] = await tx.select().from(table).where(living)
      if (!row) return undefined
      const { absoluteExpiresAt, ...session } = row
      const isHalfOver = row.expiresAt.getTime() - now.getTime() < 15 * day
      const slid = new Date(Math.min(after(now, 30).getTime(), absoluteExpiresAt.getTime()))
      const expiresAt = isHalfOver ? slid : row.expiresAt
      const isSeenAnew = now.getTime() - row.lastSeenAt.getTime() > 60_000
      if (isHalfOver || isSeenAnew) {
        await tx.update(table).set({ expiresAt, lastSeenAt: now }).where(eq(table.id, row.id))
      }
      return { ...session, expiresAt, renewed: expiresAt > row.expiresAt }
    },
    async list(tx, personId) {
      const living = and(eq(table.personId, personId), gt(table.expiresAt, clock()))
      const rows = await tx.select().from(table).where(living).orderBy(desc(table.lastSeenAt))
      return rows.map(({ absoluteExpiresAt: _, ...session }) => session)
    },
    async end(tx, personId, sessionId) {
      const own = and(eq(table.personId, personId), eq(table.id, sessionId))
      return (await tx.delete(table).where(own).returning()).length > 0
    },
    async endAll(tx, personId, exceptSessionId = '') {
      await tx.delete(table).where(and(eq(table.personId, personId), ne(table.id, exceptSessionId)))
    },
    async forgetExpired(tx) {
      await tx.delete(table).where(lte(table.expiresAt, clock()))
    },
  }
}

const after = (moment: Date, days: number) => new Date(moment.getTime() + days * day)
const hashed = (token: string) => createHash('sha256').update(token).digest('hex')
