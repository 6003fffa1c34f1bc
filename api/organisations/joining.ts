// The invited person's side of an invitation: look, then accept, signed in or with a new account.
import { eq } from 'drizzle-orm'
import type {
  JoinOrganisationRequest,
  ShownColleagueInvitationAnswer,
} from '../../shared/accounts/organisations.ts'
import { addPerson, confirmAddress, removeUnconfirmed } from '../accounts/people.ts'
import { readAccount, readRole } from '../accounts/queries.ts'
import type { AccountServices } from '../accounts/services.ts'
import type { SignedIn } from '../accounts/signedIn.ts'
import { type Caller, startSession } from '../accounts/signIn.ts'
import { readToken, spendToken, spendTokenById, type TokenRow } from '../accounts/tokens.ts'
import type { Transaction } from '../database/door.ts'
import { memberships, tokens } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'
import { lockMembers } from './membership.ts'
import { readInvitationsTo, readShownInvitation, roleOf } from './queries.ts'

/** What the link is about; looking changes nothing. */
export async function showInvitation(
  { door, clock }: AccountServices,
  secret: string,
): Promise<ShownColleagueInvitationAnswer> {
  return door.asSystem('show an invitation', async (tx) => {
    const { id } = await readToken(tx, clock(), 'joinOrganisation', secret)
    return readShownInvitation(tx, clock(), id)
  })
}

/** The pending invitations to the person's own address, once that is confirmed. */
export async function listOwnInvitations(
  { door, clock }: AccountServices,
  { email, emailVerified }: SignedIn,
) {
  if (!emailVerified) return []
  return door.asSystem('list own invitations', (tx) => readInvitationsTo(tx, clock(), email))
}

/** Accepts as the signed-in person; a mailed invitation only with the address it was mailed to. */
export async function joinSignedIn(services: AccountServices, person: SignedIn, secret: string) {
  return services.door.asSystem('accept an invitation', async (tx) => {
    const token = await spendToken(tx, services.clock(), 'joinOrganisation', secret)
    if (token.mailed && token.email !== person.email) throw new AppError('invitations.otherAddress')
    if (token.mailed) await confirmAddress(tx, services.clock(), person.personId)
    await join(services, tx, token, person.personId)
    return { account: await readAccount(tx, person.personId, services.mailer.sends) }
  })
}

/** Accepts one of {@link listOwnInvitations} without its link. */
export async function joinOwnInvitation(services: AccountServices, person: SignedIn, invitationId: string) {
  return services.door.asSystem('accept an own invitation', async (tx) => {
    const [token] = await tx.select().from(tokens).where(eq(tokens.id, invitationId))
    if (!token || !person.emailVerified || token.email !== person.email) throw new AppError('notThere')
    await spendTokenById(tx, services.clock(), 'joinOrganisation', invitationId)
    await join(services, tx, token, person.personId)
    return readAccount(tx, person.personId, services.mailer.sends)
  })
}

/** Accepts with a new account for the invited address and signs in; `accounts.emailTaken` if there is one already. */
export async function joinWithNewAccount(
  services: AccountServices,
  secret: string,
  { name, password }: NonNullable<JoinOrganisationRequest['newAccount']>,
  caller: Caller,
) {
  await services.throttle.attempt(['signUpFromAddress', caller.address])
  // Read first: whoever guesses links must not make the server hash.
  await showInvitation(services, secret)
  const passwordHash = await services.passwords.hash(password)
  return services.door.asSystem('accept an invitation with a new account', async (tx) => {
    const now = services.clock()
    const token = await spendToken(tx, now, 'joinOrganisation', secret)
    await removeUnconfirmed(tx, token.email)
    const newcomer = { name, email: token.email, passwordHash, emailVerified: token.mailed }
    const person = await addPerson(tx, now, newcomer)
    await join(services, tx, token, person.id)
    return startSession(services, tx, person.id, caller)
  })
}

async function join(services: AccountServices, tx: Transaction, token: TokenRow, personId: string) {
  const { organisationId } = token
  if (!organisationId) throw new AppError('links.notValid')
  await lockMembers(tx, organisationId)
  if (await readRole(tx, organisationId, personId)) throw new AppError('invitations.alreadyMember')
  const membership = { role: roleOf(token), withheld: token.withheld, active: true, since: services.clock() }
  await tx
    .insert(memberships)
    .values({ organisationId, personId, ...membership })
    .onConflictDoUpdate({ target: [memberships.organisationId, memberships.personId], set: membership })
  await services.membershipChanged(organisationId, personId, tx)
}
