// What a signed-in person changes about its own account.
import { and, eq } from 'drizzle-orm'
import type { AccountAnswer, SessionAnswer } from '../../shared/accounts/answers.ts'
import type { ChangePasswordRequest } from '../../shared/accounts/requests.ts'
import { memberships, people } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'
import { closeDemoPassword } from './demo.ts'
import { mailPasswordChanged } from './passwordReset.ts'
import { passwordHashOf, setPasswordHash } from './people.ts'
import { readAccount } from './queries.ts'
import type { AccountServices } from './services.ts'
import type { SignedIn } from './signedIn.ts'

/** Moves the epochs of what the person may see: others read the new name too. */
export async function renamePerson(
  services: AccountServices,
  { personId }: SignedIn,
  name: string,
): Promise<AccountAnswer> {
  return services.door.asSystem('rename oneself', async (tx) => {
    await tx.update(people).set({ name }).where(eq(people.id, personId))
    const active = and(eq(memberships.personId, personId), eq(memberships.active, true))
    const belongsTo = await tx.select().from(memberships).where(active)
    for (const { organisationId } of belongsTo) await services.membershipChanged(organisationId, personId, tx)
    return readAccount(tx, personId, services.mailer.sends)
  })
}

/** Ends all other sessions too; refuses with `accounts.wrongPassword`, throttled. */
export async function changePassword(
  services: AccountServices,
  { personId, sessionId }: SignedIn,
  { currentPassword, newPassword }: ChangePasswordRequest,
): Promise<void> {
  const { door, passwords, throttle, clock } = services
  await throttle.attempt(['checkPassword', personId])
  const current = await door.asSystem('read a credential', (tx) => passwordHashOf(tx, personId))
  if (!(await passwords.verify(current, currentPassword))) {
    throw new AppError('accounts.wrongPassword', { field: 'currentPassword' })
  }
  const passwordHash = await passwords.hash(newPassword)
  await door.asSystem('change a password', async (tx) => {
    await setPasswordHash(tx, clock(), personId, passwordHash)
    await closeDemoPassword(tx, personId)
    await services.sessions.endAll(tx, personId, sessionId)
    await throttle.clear(tx, ['checkPassword', personId])
  })
  mailPasswordChanged(services, personId)
}

/** The person's own sessions, with the one that asks marked as `current`. */
export async function listSessions(
  services: AccountServices,
  { personId, sessionId }: SignedIn,
): Promise<SessionAnswer[]> {
  const list = await services.door.asSystem('list own sessions', (tx) => services.sessions.list(tx, personId))
  return list.map(({ id, device, createdAt, lastSeenAt, expiresAt }) => ({
    id,
    device,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    current: id === sessionId,
  }))
}

/** Ends the session that asks; asking twice is asking once. */
export async function signOut(services: AccountServices, { personId, sessionId }: SignedIn) {
  await services.door.asSystem('sign out', (tx) => services.sessions.end(tx, personId, sessionId))
}

/** Ends one of the person's own sessions; another's is not there. */
export async function endSession(services: AccountServices, { personId }: SignedIn, sessionId: string) {
  const ended = await services.door.asSystem('end a session', (tx) =>
    services.sessions.end(tx, personId, sessionId),
  )
  if (!ended) throw new AppError('notThere')
}

/** Signs out everywhere but here. */
export async function endOtherSessions(services: AccountServices, { personId, sessionId }: SignedIn) {
  await services.door.asSystem('end other sessions', (tx) =>
    services.sessions.endAll(tx, personId, sessionId),
  )
}
