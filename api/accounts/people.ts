// People as rows: made, found by address, removed while nobody has confirmed that they exist.
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '../database/door.ts'
import { credentials, memberships, organisations, people } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'

export type PersonRow = typeof people.$inferSelect

interface NewPerson {
  id?: string
  name: string
  email: string
  passwordHash: string
  emailVerified?: boolean
  awaitsConfirmation?: boolean
}

/** Adds a person with a password; refuses with `accounts.emailTaken` when the address has an account. */
export async function addPerson(tx: Transaction, now: Date, person: NewPerson): Promise<PersonRow> {
  const { passwordHash, emailVerified = false, ...fields } = person
  const dates = { createdAt: now, emailVerifiedAt: emailVerified ? now : null }
  const [row] = await tx
    .insert(people)
    .values({ id: randomUUID(), ...dates, ...fields })
    .onConflictDoNothing()
    .returning()
  if (!row) throw new AppError('accounts.emailTaken', { field: 'email' })
  await tx.insert(credentials).values({ personId: row.id, passwordHash, changedAt: now })
  return row
}

/** Upper and lower case are the same address. */
export async function findPersonByEmail(tx: Transaction, email: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(people).where(hasAddress(email))
  return row
}

/** The person of an address with the hash of its password, if there is such a person and such a password. */
export async function findCredential(tx: Transaction, email: string) {
  const [row] = await tx
    .select({ person: people, passwordHash: credentials.passwordHash })
    .from(people)
    .innerJoin(credentials, eq(credentials.personId, people.id))
    .where(hasAddress(email))
  return row
}

/** Undefined for a person without a password. */
export async function passwordHashOf(tx: Transaction, personId: string): Promise<string | undefined> {
  const [row] = await tx.select().from(credentials).where(eq(credentials.personId, personId))
  return row?.passwordHash
}

/** Sets it for a person with or without a password so far. */
export async function setPasswordHash(tx: Transaction, now: Date, personId: string, passwordHash: string) {
  const set = { passwordHash, changedAt: now }
  await tx
    .insert(credentials)
    .values({ personId, ...set })
    .onConflictDoUpdate({ target: credentials.personId, set })
}

/** The address is known to be the person's: what waited for that may go on. */
export async function confirmAddress(tx: Transaction, now: Date, personId: string): Promise<void> {
  const set = { emailVerifiedAt: sql`coalesce(${people.emailVerifiedAt}, ${now.toISOString()})` }
  await tx
    .update(people)
    .set({ ...set, awaitsConfirmation: false })
    .where(eq(people.id, personId))
}

/**
 * Removes the sign-up of an address that nobody has confirmed, with the organisation founded by it: whoever signs up later,
 * or follows a link sent to the address, counts.
 */
export async function removeUnconfirmed(tx: Transaction, email: string): Promise<void> {
  const unconfirmed = and(hasAddress(email), eq(people.awaitsConfirmation, true))
  const removed = await tx.select({ id: people.id }).from(people).where(unconfirmed).for('update')
  for (const { id } of removed) {
    const founded = tx
      .select({ id: memberships.organisationId })
      .from(memberships)
      .where(eq(memberships.personId, id))
    await tx.delete(organisations).where(inArray(organisations.id, founded))
    await tx.delete(people).where(eq(people.id, id))
  }
}

const hasAddress = (email: string) => eq(sql`lower(${people.email})`, email.toLowerCase())
