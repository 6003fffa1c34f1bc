// Following a mailed link confirms an address. It takes the password too, unless its person is signed in: otherwise somebody
// could sign up with another's address, have that person follow the link, and hold a confirmed account in its name.
import { eq } from 'drizzle-orm'
import type { ShownConfirmationAnswer } from '../../shared/accounts/answers.ts'
import type { Transaction } from '../database/door.ts'
import { tokens } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'
import { confirmEmailLetter } from '../mail/accountLetters.ts'
import { confirmAddress, type PersonRow } from './people.ts'
import { readAccount, readPerson } from './queries.ts'
import type { AccountServices } from './services.ts'
import { type Caller, checkCredentials, startSession } from './signIn.ts'
import { issueToken, readToken, revokeTokens, spendToken, type TokenRow } from './tokens.ts'

/** Replaces the person's earlier link; gives what sends the mail, to be called after the commit. */
export async function mailConfirmation(services: AccountServices, tx: Transaction, person: AddressedPerson) {
  const now = services.clock()
  await revokeTokens(tx, now, 'verifyEmail', eq(tokens.personId, person.id))
  const bound = { purpose: 'verifyEmail', email: person.email, personId: person.id, mailed: true } as const
  const { secret } = await issueToken(tx, now, { ...bound, lifetimeHours: 48 })
  const link = services.pageLink('/confirm-email', secret)
  return () => services.mailer.send(confirmEmailLetter({ to: person.email, name: person.name, link }))
}

/** Sends the signed-in person the link again; refuses with `accounts.noMail` where none is sent. */
export async function askConfirmation(services: AccountServices, personId: string): Promise<void> {
  if (!services.mailer.sends) throw new AppError('accounts.noMail')
  await services.throttle.attempt(['confirmEmail', personId])
  const send = await services.door.asSystem('mail a confirmation link', async (tx) => {
    const person = await readPerson(tx, personId)
    return person && !person.emailVerified ? mailConfirmation(services, tx, person) : undefined
  })
  if (send) services.afterwards.run('confirmation mail', send)
}

/** What the link is about, changing nothing. */
export async function showConfirmation(
  services: AccountServices,
  secret: string,
  signedInAs: string | undefined,
): Promise<ShownConfirmationAnswer> {
  const token = await read(services, secret)
  const needsPassword = token.personId !== signedInAs
  return { email: token.email, expiresAt: token.expiresAt.toISOString(), needsPassword }
}

/** Confirms the address; gives a new session to whoever was not signed in and knew the password. */
export async function confirmEmail(
  services: AccountServices,
  secret: string,
  { password, signedInAs, caller }: { password?: string; signedInAs?: string; caller: Caller },
) {
  const token = await read(services, secret)
  const isSignedIn = token.personId === signedInAs
  if (!isSignedIn) await requirePassword(services, token, password, caller)
  return services.door.asSystem('confirm an e-mail address', async (tx) => {
    const { personId } = await spendToken(tx, services.clock(), 'verifyEmail', secret)
    if (!personId) throw new AppError('links.notValid')
    await confirmAddress(tx, services.clock(), personId)
    return isSignedIn
      ? { account: await readAccount(tx, personId, services.mailer.sends) }
      : startSession(services, tx, personId, caller)
  })
}

type AddressedPerson = Pick<PersonRow, 'id' | 'name' | 'email'>

const read = (services: AccountServices, secret: string) =>
  services.door.asSystem('read a confirmation link', (tx) =>
    readToken(tx, services.clock(), 'verifyEmail', secret),
  )

async function requirePassword(
  services: AccountServices,
  token: TokenRow,
  password: string | undefined,
  caller: Caller,
) {
  if (password === undefined) {
    const message = 'Enter the password you chose when you signed up.'
    throw new AppError('input.invalid', { field: 'password', message })
  }
  const { email } = token
  const personId = await checkCredentials(services, email, password, caller.address, { unconfirmed: true })
  if (personId !== token.personId) throw new AppError('accounts.wrongCredentials')
}
