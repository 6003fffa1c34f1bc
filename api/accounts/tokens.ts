// The secrets of links: 256 random bits, kept as SHA-256, for one purpose, once, until they expire or are revoked.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, eq, gt, isNull, lt, type SQL } from 'drizzle-orm'
import type { Transaction } from '../database/door.ts'
import { tokens } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'

export type TokenRow = typeof tokens.$inferSelect
export type TokenPurpose = TokenRow['purpose']

interface NewToken
  extends Pick<TokenRow, 'purpose' | 'email' | 'mailed'>,
    Partial<Pick<TokenRow, 'personId' | 'organisationId' | 'role' | 'withheld' | 'createdBy'>> {
  lifetimeHours: number
}

/** Stores a new token and gives its secret, which cannot be read again. */
export async function issueToken(tx: Transaction, now: Date, { lifetimeHours, ...bound }: NewToken) {
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + lifetimeHours * 3_600_000)
  const values = { id: randomUUID(), hash: hashed(secret), createdAt: now, expiresAt, ...bound }
  const [row] = await tx.insert(tokens).values(values).returning()
  return { secret, row: row as TokenRow }
}

/** The token a link stands for, changing nothing; refuses with `links.notValid`. */
export async function readToken(tx: Transaction, now: Date, purpose: TokenPurpose, secret: string) {
  const [row] = await tx
    .select()
    .from(tokens)
    .where(and(eq(tokens.hash, hashed(secret)), pending(now, purpose)))
  if (!row) throw new AppError('links.notValid')
  return row
}

/** Uses a token up; of several at the same time one succeeds, the others are refused with `links.notValid`. */
export async function spendToken(tx: Transaction, now: Date, purpose: TokenPurpose, secret: string) {
  return spend(tx, now, purpose, eq(tokens.hash, hashed(secret)))
}

/** As {@link spendToken}, for a person who may use it without the link: the caller has checked that. */
export async function spendTokenById(tx: Transaction, now: Date, purpose: TokenPurpose, id: string) {
  return spend(tx, now, purpose, eq(tokens.id, id))
}

/** Withdraws the pending tokens of a purpose that `which` selects; gives how many there were. */
export async function revokeTokens(
  tx: Transaction,
  now: Date,
  purpose: TokenPurpose,
  which: SQL | undefined,
) {
  const revoked = await tx
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(pending(now, purpose), which))
    .returning({ id: tokens.id })
  return revoked.length
}

/** The condition that a token of this purpose can still be used. */
export function pending(now: Date, purpose: TokenPurpose): SQL | undefined {
  return and(
    eq(tokens.purpose, purpose),
    isNull(tokens.usedAt),
    isNull(tokens.revokedAt),
    gt(tokens.expiresAt, now),
  )
}

/** Deletes what ended more than 30 days ago. */
export async function forgetOldTokens(tx: Transaction, now: Date): Promise<void> {
  await tx.delete(tokens).where(lt(tokens.expiresAt, new Date(now.getTime() - 30 * 86_400_000)))
}

async function spend(tx: Transaction, now: Date, purpose: TokenPurpose, which: SQL) {
  const [row] = await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(and(which, pending(now, purpose)))
    .returning()
  if (!row) throw new AppError('links.notValid')
  return row
}

const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex')
