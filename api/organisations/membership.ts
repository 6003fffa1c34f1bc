// The right to act in an organisation, checked and locked in the transaction that uses it.
import { and, count, eq } from 'drizzle-orm'
import { readRole } from '../accounts/queries.ts'
import type { Transaction } from '../database/door.ts'
import { memberships, organisations } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'

/** The role of an active member; for everybody else the organisation is not there. */
export async function requireMember(tx: Transaction, organisationId: string, personId: string) {
  const role = await readRole(tx, organisationId, personId)
  if (!role) throw new AppError('notThere')
  return role
}

/** Locks the organisation's members against other changes and refuses whoever is not an admin, as if it were not there. */
export async function requireAdmin(tx: Transaction, organisationId: string, personId: string): Promise<void> {
  await lockMembers(tx, organisationId)
  if ((await requireMember(tx, organisationId, personId)) !== 'admin') throw new AppError('notThere')
}

/** Changes to the members of one organisation happen one after the other, or the last two admins could both leave. */
export async function lockMembers(tx: Transaction, organisationId: string): Promise<void> {
  const organisation = eq(organisations.id, organisationId)
  await tx.select({ id: organisations.id }).from(organisations).where(organisation).for('update')
}

/** Refuses with `organisations.lastAdmin` if a change has left none; the caller's transaction then undoes the change. */
export async function requireSomeAdmin(tx: Transaction, organisationId: string): Promise<void> {
  const admins = and(
    eq(memberships.organisationId, organisationId),
    eq(memberships.active, true),
    eq(memberships.role, 'admin'),
  )
  const [left] = await tx.select({ count: count() }).from(memberships).where(admins)
  if (!left?.count) throw new AppError('organisations.lastAdmin')
}
