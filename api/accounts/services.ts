// What everything about people and organisations works with, built once in `main.ts`.
import type { Door, Transaction } from '../database/door.ts'
import type { Mailer } from '../mail/mailer.ts'
import { type Afterwards, createAfterwards } from './afterwards.ts'
import { createPasswords, type Passwords } from './passwords.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createThrottle, type Throttle } from './throttle.ts'

/**
 * Called in the transaction that changes who belongs to an organisation, as what, or how a member or the organisation is
 * called, so that the epochs of what they may see move with it.
 */
export type MembershipChanged = (organisationId: string, personId: string, tx: Transaction) => Promise<void>

interface Given {
  door: Door
  mailer: Mailer
  /** Where links lead, such as `https://interlane.example`; asked when needed, as a free port is known only then. */
  publicUrl: () => string
  /** Whether the made-up accounts of the demo are open. */
  demo: boolean
  membershipChanged: MembershipChanged
  /** Told what failed after its answer was sent; the name and the error hold no secret. */
  logFailure: (name: string, error: unknown) => void
  clock?: () => Date
}

export interface AccountServices extends Omit<Given, 'logFailure'> {
  clock: () => Date
  passwords: Passwords
  sessions: Sessions
  throttle: Throttle
  afterwards: Afterwards
  /** The address of a page of the product; a secret goes into the fragment, which browsers send to no server. */
  pageLink(path: string, secret?: string): string
}

/** Built once, at the start: it hashes one password beforehand, against which unknown addresses are checked. */
export async function createAccountServices({ logFailure, ...given }: Given): Promise<AccountServices> {
  const { door, publicUrl, clock = () => new Date() } = given
  return {
    ...given,
    clock,
    passwords: await createPasswords(),
    sessions: createSessions(clock),
    throttle: createThrottle(door),
    afterwards: createAfterwards(logFailure),
    pageLink: pageLinkAt(publicUrl),
  }
}

/** Makes addresses of pages under this public address. */
export function pageLinkAt(publicUrl: () => string): AccountServices['pageLink'] {
  return (path, secret) => {
    const link = new URL(path, publicUrl())
    if (secret !== undefined) link.hash = secret
    return link.href
  }
}
