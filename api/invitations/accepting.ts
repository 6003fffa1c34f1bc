// Accepting an invitation is an edit like any other, with the invitation as its grant.
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import type {
  AcceptedInvitationAnswer,
  AcceptInvitationRequest,
} from '../../shared/invitations/invitations.ts'
import { addPerson, confirmAddress, removeUnconfirmed } from '../accounts/people.ts'
import { readRole } from '../accounts/queries.ts'
import type { AccountServices } from '../accounts/services.ts'
import type { SignedIn } from '../accounts/signedIn.ts'
import { type Caller, type StartedSession, startSession } from '../accounts/signIn.ts'
import { readToken, spendTokenById } from '../accounts/tokens.ts'
import type { Transaction } from '../database/door.ts'
import { tokens } from '../database/tables/accounts.ts'
import type { partyInvitations } from '../database/tables/invitations.ts'
import { lanes, parties } from '../database/tables/journeys.ts'
import type { AcceptEdits, Together } from '../edits/acceptEdits.ts'
import { AppError } from '../errors.ts'
import { foundOrganisation } from '../organisations/founding.ts'
import { readInvitation } from './showing.ts'

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
  return hold(services, token.id, { personId: person.personId, organisationId })
}

/** Accepts a pending invitation to the person's own confirmed address, without its link. */
export async function acceptOwn(
  services: Accepting,
  person: SignedIn,
  invitationId: string,
  organisationId: string,
): Promise<AcceptedInvitationAnswer> {
  await services.accounts.door.asSystem('accept an own invitation', async (tx) => {
    const [read] = await tx.select().from(tokens).where(eq(tokens.id, invitationId))
    const isOwn = read?.purpose === 'holdParty' && person.emailVerified && read.email === person.email
    if (!isOwn) throw new AppError('notThere')
  })
  return hold(services, invitationId, { personId: person.personId, organisationId })
}

/** Accepts by link with a new person and a new organisation, and signs in: all of it, or nothing. */
export async function acceptWithNewAccount(
  services: Accepting,
  secret: string,
  { name, password, organisation }: NewAccount,
  caller: Caller,
) {
  const { door, clock, throttle, passwords, membershipChanged } = services.accounts
  await throttle.attempt(['signUpFromAddress', caller.address])
  // Read first: whoever guesses links must not make the server hash.
  const token = await door.asSystem('accept an invitation with a new account', async (tx) => {
    const read = await readToken(tx, clock(), 'holdParty', secret)
    await readInvitation(tx, read.id)
    return read
  })
  const passwordHash = await passwords.hash(password)
  const viewer = { personId: randomUUID(), organisationId: randomUUID() }
  let started: StartedSession | undefined
  const accepted = await hold(services, token.id, viewer, async (tx) => {
    await removeUnconfirmed(tx, token.email)
    const person = { id: viewer.personId, name, email: token.email, passwordHash }
    await addPerson(tx, clock(), { ...person, emailVerified: token.mailed })
    const founding = { id: viewer.organisationId, name: organisation, founderId: viewer.personId }
    await foundOrganisation(tx, clock(), founding, membershipChanged)
    started = await startSession(services.accounts, tx, viewer.personId, caller)
  })
  return { started: started!, accepted }
}

/**
 * Uses the invitation up and holds its party, in one transaction: of several who accept at the same moment one succeeds, and
 * whatever goes wrong leaves the invitation as it was. `first` is part of it.
 */
async function hold(
  { accounts, acceptEdits }: Accepting,
  invitationId: string,
  viewer: Viewer,
  first: Together = async () => {},
): Promise<AcceptedInvitationAnswer> {
  const { door, clock } = accounts
  const { organisationId } = viewer
  const content = await door.asSystem('accept an invitation', (tx) => readInvitation(tx, invitationId))
  const { ecosystemId, partyId, mapIds } = content
  const actions = [
    ...mapIds.map((mapId) => ({ type: 'participant.join', id: randomUUID(), mapId })),
    { type: 'party.hold', id: partyId },
  ]
  const edit = { clientId: invitationId, number: 1, version: 1, actions }
  const grant = { kind: 'invitation', partyId, mapIds } as const
  const spendAndCheck: Together = async (tx) => {
    await spendTokenById(tx, clock(), 'holdParty', invitationId)
    await first(tx)
    if ((await readRole(tx, organisationId, viewer.personId)) !== 'admin') {
      throw new AppError('invitations.adminOnly', { field: 'organisationId' })
    }
    await requireLane(tx, await readInvitation(tx, invitationId))
  }
  await acceptEdits(viewer, ecosystemId, [edit], grant, spendAndCheck).catch(refuseLateComer)
  return { ecosystemId, mapId: mapIds[0]!, organisationId }
}

/** Without one there is nothing to hold yet; the invitation stays, for when there is. */
async function requireLane(
  tx: Transaction,
  { ecosystemId, partyId, mapIds }: typeof partyInvitations.$inferSelect,
): Promise<void> {
  const isFree = and(eq(parties.deleted, false), isNull(parties.heldByOrganisationId))
  const isInvited = and(eq(parties.ecosystemId, ecosystemId), eq(parties.id, partyId))
  const free = await tx.select({ id: parties.id }).from(parties).where(and(isInvited, isFree))
  const isLane = and(eq(lanes.partyId, partyId), eq(lanes.deleted, false), inArray(lanes.mapId, mapIds))
  const found = await tx
    .select({ id: lanes.id })
    .from(lanes)
    .where(and(eq(lanes.ecosystemId, ecosystemId), isLane))
    .limit(1)
  if (free.length > 0 && found.length === 0) throw new AppError('invitations.noLane')
}

/** What it invited to is not there to be held any more. */
function refuseLateComer(error: unknown): never {
  const isRefused = error instanceof AppError && error.code === 'input.invalid'
  throw isRefused ? new AppError('links.notValid') : error
}
