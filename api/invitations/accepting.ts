// Accepting an invitation is an edit like any other, with the invitation as its grant.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type {
  AcceptedInvitationAnswer,
  AcceptInvitationRequest,
} from '../../shared/invitations/invitations.ts'
import { addPerson, confirmAddress, removeUnconfirmed } from '../accounts/people.ts'
import { readRole } from '../accounts/queries.ts'
import type { AccountServices } from '../accounts/services.ts'
import type { SignedIn } from '../accounts/signedIn.ts'
import { type Caller, startSession } from '../accounts/signIn.ts'
import { readToken, spendTokenById, type TokenRow } from '../accounts/tokens.ts'
import { tokens } from '../database/tables/accounts.ts'
import type { AcceptEdits } from '../edits/acceptEdits.ts'
import { AppError } from '../errors.ts'
import { foundOrganisation } from '../organisations/founding.ts'
import { readInvitation, showInvitation } from './showing.ts'

interface Accepting {
  accounts: AccountServices
  acceptEdits: AcceptEdits
}

type NewAccount = Extract<AcceptInvitationRequest, { newAccount: unknown }>['newAccount']

/** Accepts by link, as an admin of `organisationId`; a mailed invitation only with the address it was mailed to. */
export async function acceptSignedIn(
  services: Accepting,
  person: SignedIn,
  secret: string,
  organisationId: string,
): Promise<AcceptedInvitationAnswer> {
  const { door, clock } = services.accounts
  const token = await door.asSystem('accept an invitation', async (tx) => {
    const read = await readToken(tx, clock(), 'holdParty', secret)
    if (read.mailed && read.email !== person.email) throw new AppError('invitations.otherAddress')
    if (read.mailed) await confirmAddress(tx, clock(), person.personId)
    return read
  })
  return hold(services, token, person.personId, organisationId)
}

/** Accepts a pending invitation to the person's own confirmed address, without its link. */
export async function acceptOwn(
  services: Accepting,
  person: SignedIn,
  invitationId: string,
  organisationId: string,
): Promise<AcceptedInvitationAnswer> {
  const token = await services.accounts.door.asSystem('accept an own invitation', async (tx) => {
    const [read] = await tx.select().from(tokens).where(eq(tokens.id, invitationId))
    const isOwn = read?.purpose === 'holdParty' && person.emailVerified && read.email === person.email
    if (!read || !isOwn) throw new AppError('notThere')
    return read
  })
  return hold(services, token, person.personId, organisationId)
}

/** Accepts by link with a new person and a new organisation, and signs in. */
export async function acceptWithNewAccount(
  services: Accepting,
  secret: string,
  { name, password, organisation }: NewAccount,
  caller: Caller,
) {
  const { door, clock, throttle, passwords, membershipChanged } = services.accounts
  await throttle.attempt(['signUpFromAddress', caller.address])
  // Read first: whoever guesses links must not make the server hash.
  await showInvitation(services.accounts, secret)
  const passwordHash = await passwords.hash(password)
  const joined = await door.asSystem('accept an invitation with a new account', async (tx) => {
    const token = await readToken(tx, clock(), 'holdParty', secret)
    await removeUnconfirmed(tx, token.email)
    const person = await addPerson(tx, clock(), {
      ...{ name, email: token.email, passwordHash },
      emailVerified: token.mailed,
    })
    const founder = { name: organisation, founderId: person.id }
    const organisationId = await foundOrganisation(tx, clock(), founder, membershipChanged)
    const started = await startSession(services.accounts, tx, person.id, caller)
    return { token, started, personId: person.id, organisationId }
  })
  const accepted = await hold(services, joined.token, joined.personId, joined.organisationId)
  return { started: joined.started, accepted }
}

/**
 * The edit carries the invitation's own id as its client id, and an edit is applied once: of several who accept at the same
 * moment one succeeds, and an acceptance cut short is completed by repeating it.
 */
async function hold(
  { accounts, acceptEdits }: Accepting,
  token: TokenRow,
  personId: string,
  organisationId: string,
): Promise<AcceptedInvitationAnswer> {
  const { door, clock } = accounts
  const content = await door.asSystem('accept an invitation', async (tx) => {
    if ((await readRole(tx, organisationId, personId)) !== 'admin') {
      throw new AppError('invitations.adminOnly', { field: 'organisationId' })
    }
    return readInvitation(tx, token.id)
  })
  const { ecosystemId, partyId, mapIds } = content
  const viewer = { personId, organisationId }
  const actions = [
    ...mapIds.map((mapId) => ({ type: 'participant.join', id: randomUUID(), mapId })),
    { type: 'party.hold', id: partyId },
  ]
  const edit = { clientId: token.id, number: 1, version: 1, actions }
  const grant = { kind: 'invitation', partyId, mapIds } as const
  const [answer] = await acceptEdits(viewer, ecosystemId, [edit], grant).catch(refuseLateComer)
  if (!answer?.accepted) throw new AppError('links.notValid')
  await door.asSystem('use up an invitation', (tx) => spendTokenById(tx, clock(), 'holdParty', token.id))
  return { ecosystemId, mapId: mapIds[0]!, organisationId }
}

/** The invitation's edit is there already, made by somebody else. */
function refuseLateComer(error: unknown): never {
  const isTaken = error instanceof AppError && error.field === 'clientId'
  throw isTaken ? new AppError('links.notValid') : error
}
