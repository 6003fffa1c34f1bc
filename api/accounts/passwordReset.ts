import { eq } from 'drizzle-orm'
import type { AskPasswordResetAnswer, ShownLinkAnswer } from '../../shared/accounts/answers.ts'
import type { Transaction } from '../database/door.ts'
import { tokens } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'
import { passwordChangedLetter, resetPasswordLetter } from '../mail/accountLetters.ts'
import { closeDemoPassword } from './demo.ts'
import { confirmAddress, findPersonByEmail, setPasswordHash } from './people.ts'
import { readPerson } from './queries.ts'
import type { AccountServices } from './services.ts'
import type { Caller } from './signIn.ts'
import { issueToken, readToken, revokeTokens, spendToken } from './tokens.ts'

/** Mails a link if the address has an account; the answer and its time are the same if not. */
export async function askPasswordReset(
  services: AccountServices,
  email: string,
  caller: Caller,
): Promise<AskPasswordResetAnswer> {
  await services.throttle.attempt(['resetForEmail', email], ['resetFromAddress', caller.address])
  if (!services.mailer.sends) return { status: 'askOperator' }
  services.afterwards.run('password reset mail', async () => {
    const issued = await services.door.asSystem('mail a password reset', (tx) =>
      issueReset(services, tx, email, { mailed: true }),
    )
    if (!issued) return
    const { person, link } = issued
    await services.mailer.send(resetPasswordLetter({ to: person.email, name: person.name, link }))
  })
  return { status: 'checkMail' }
}

/** A link for the operator to pass on by hand; undefined when the address has no account. */
export async function printableResetLink(
  services: Pick<AccountServices, 'door' | 'clock' | 'pageLink'>,
  email: string,
): Promise<string | undefined> {
  const issued = await services.door.asSystem('print a password reset link', (tx) =>
    issueReset(services, tx, email, { mailed: false }),
  )
  return issued?.link
}

/** Whom a reset link is for; changes nothing. Refuses with `links.notValid`. */
export async function showPasswordReset(services: AccountServices, secret: string): Promise<ShownLinkAnswer> {
  const token = await services.door.asSystem('read a password reset link', (tx) =>
    readToken(tx, services.clock(), 'resetPassword', secret),
  )
  return { email: token.email, expiresAt: token.expiresAt.toISOString() }
}

/** Sets the new password and ends all sessions of the person; a mailed link also confirms the address. */
export async function resetPassword(services: AccountServices, secret: string, newPassword: string) {
  // Read first: whoever guesses links must not make the server hash.
  await showPasswordReset(services, secret)
  const passwordHash = await services.passwords.hash(newPassword)
  const now = services.clock()
  const personId = await services.door.asSystem('reset a password', async (tx) => {
    const token = await spendToken(tx, now, 'resetPassword', secret)
    if (!token.personId) throw new AppError('links.notValid')
    await setPasswordHash(tx, now, token.personId, passwordHash)
    if (token.mailed) await confirmAddress(tx, now, token.personId)
    await revokeTokens(tx, now, 'resetPassword', eq(tokens.personId, token.personId))
    await closeDemoPassword(tx, token.personId)
    await services.sessions.endAll(tx, token.personId)
    await services.throttle.clear(tx, ['signInToAccount', token.email])
    return token.personId
  })
  mailPasswordChanged(services, personId)
}

/** Tells the person by mail, where mail is sent, so that a change by somebody else does not go unnoticed. */
export function mailPasswordChanged(services: AccountServices, personId: string): void {
  if (!services.mailer.sends) return
  services.afterwards.run('password changed mail', async () => {
    const person = await services.door.asSystem('read whom to tell', (tx) => readPerson(tx, personId))
    if (!person) return
    const letter = { to: person.email, name: person.name, link: services.pageLink('/sign-in') }
    await services.mailer.send(passwordChangedLetter(letter))
  })
}

async function issueReset(
  { clock, pageLink }: Pick<AccountServices, 'clock' | 'pageLink'>,
  tx: Transaction,
  email: string,
  { mailed }: { mailed: boolean },
) {
  const person = await findPersonByEmail(tx, email)
  if (!person) return undefined
  await revokeTokens(tx, clock(), 'resetPassword', eq(tokens.personId, person.id))
  const bound = { purpose: 'resetPassword', email: person.email, personId: person.id, mailed } as const
  const { secret } = await issueToken(tx, clock(), { ...bound, lifetimeHours: 1 })
  return { person, link: pageLink('/reset-password', secret) }
}
