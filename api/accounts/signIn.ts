import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import type { SignInRequest } from '../../shared/accounts/requests.ts'
import type { Transaction } from '../database/door.ts'
import { AppError } from '../errors.ts'
import { findCredential } from './people.ts'
import { readAccount } from './queries.ts'
import type { AccountServices } from './services.ts'
import type { Attempt } from './throttle.ts'

/** Where a request comes from, as far as signing in cares. */
export interface Caller {
  /** What its attempts are counted by. */
  address: string
  /** What the person recognises the session by. */
  device: string
}

export interface StartedSession {
  account: AccountAnswer
  /** The secret for the cookie. */
  token: string
  expiresAt: Date
}

/** Signs in; every reason not to is the same refusal, after the same work: `accounts.wrongCredentials`. */
export async function signIn(services: AccountServices, { email, password }: SignInRequest, caller: Caller) {
  const personId = await checkCredentials(services, email, password, caller.address)
  return services.door.asSystem('sign in', (tx) => startSession(services, tx, personId, caller))
}

/** Whose password this is, throttled; a person who has not confirmed its address yet counts only with `unconfirmed`. */
export async function checkCredentials(
  services: AccountServices,
  email: string,
  password: string,
  address: string,
  { unconfirmed = false } = {},
): Promise<string> {
  const { door, passwords, throttle } = services
  const perAccount: Attempt = ['signInFromAddressToAccount', `${email} ${address}`]
  const others: Attempt[] = [
    ['signInToAccount', email],
    ['signInFromAddress', address],
  ]
  await throttle.attempt(perAccount, ...others)
  const found = await door.asSystem('find a credential', (tx) => findCredential(tx, email))
  const isRight = await passwords.verify(found?.passwordHash, password)
  if (!found || !isRight || (found.person.awaitsConfirmation && !unconfirmed)) {
    throw new AppError('accounts.wrongCredentials')
  }
  await throttle.takeBack(...others)
  await door.asSystem('forget failed attempts', (tx) => throttle.clear(tx, perAccount))
  return found.person.id
}

/** Opens a session for whoever has been shown to be this person. */
export async function startSession(
  services: AccountServices,
  tx: Transaction,
  personId: string,
  caller: Caller,
): Promise<StartedSession> {
  const session = await services.sessions.open(tx, { personId, device: caller.device })
  return { account: await readAccount(tx, personId, services.mailer.sends), ...session }
}
