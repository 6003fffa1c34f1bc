// Inviting an organisation to hold a party, by those who may; the link is mailed, or given to the inviter with a warning.
import { and, eq, inArray, or } from 'drizzle-orm'
import { callsOfInvitation } from '../../shared/inbox/joinCalls.ts'
import type {
  InvitationAnswer,
  InvitedOrganisationAnswer,
  InviteOrganisationRequest,
} from '../../shared/invitations/invitations.ts'
import { isEditor, mayInvite } from '../../shared/rules/standing.ts'
import { deliverInvitation } from '../accounts/deliverInvitation.ts'
import type { AccountServices } from '../accounts/services.ts'
import type { ActingViewer, SignedIn } from '../accounts/signedIn.ts'
import { issueToken, revokeTokens } from '../accounts/tokens.ts'
import type { Transaction } from '../database/door.ts'
import { organisations, tokens } from '../database/tables/accounts.ts'
import { news } from '../database/tables/inbox.ts'
import { partyInvitations } from '../database/tables/invitations.ts'
import { lanes } from '../database/tables/journeys.ts'
import { requirePlace } from '../ecosystems/queries.ts'
import { RowsOnDemand } from '../edits/rowsOnDemand.ts'
import { AppError } from '../errors.ts'
import { writeNews } from '../inbox/writeNews.ts'
import { partyInvitationLetter } from '../mail/invitationLetters.ts'
import { readPending } from './pendingInvitations.ts'

const lifetimeHours = 14 * 24

/** @throws AppError `notThere` for what the inviter does not see, `invitations.notAllowed` or `invitations.partyHeld`. */
export async function inviteOrganisation(
  services: AccountServices,
  { person, viewer }: { person: SignedIn; viewer: ActingViewer },
  ecosystemId: string,
  request: InviteOrganisationRequest,
): Promise<InvitedOrganisationAnswer> {
  const { door, mailer, clock, pageLink } = services
  const { email, partyId, mapIds, message } = request
  const party = await requireMayInvite(services, viewer, ecosystemId, request)
  // One to maps that the inviter may not invite to is not the inviter's to replace.
  const earlier = (await listInvitations(services, viewer, ecosystemId)).filter(
    (one) => one.partyId === partyId && one.email === email,
  )
  const { secret, invitation, organisation } = await door.asSystem('invite an organisation', async (tx) => {
    for (const { id } of earlier) await revokeTokens(tx, clock(), 'holdParty', eq(tokens.id, id))
    const bound = { purpose: 'holdParty', email, mailed: mailer.sends, createdBy: person.personId } as const
    const issued = await issueToken(tx, clock(), { ...bound, lifetimeHours })
    const { organisationId } = viewer
    const content = { ecosystemId, partyId, mapIds: [...new Set(mapIds)], organisationId, message }
    await tx.insert(partyInvitations).values({ tokenId: issued.row.id, ...content })
    await tellWhoSharedThere(tx, content, viewer)
    const [own] = await tx.select().from(organisations).where(eq(organisations.id, organisationId))
    const all = await readPending(tx, clock(), ecosystemId)
    return {
      secret: issued.secret,
      invitation: all.find(({ id }) => id === issued.row.id)!,
      organisation: own!.name,
    }
  })
  const link = pageLink('/invitations', secret)
  const said = { to: email, organisation, party: party.name, invitedBy: person.name, message, link }
  const delivery = await deliverInvitation(services, {
    organisationId: viewer.organisationId,
    link,
    letter: partyInvitationLetter(said),
    revoke: () => revoke(services, ecosystemId, invitation.id),
  })
  return { invitation, delivery }
}

/** Whoever let everybody on these maps see a view of its own learns who will be among them, before they are. */
async function tellWhoSharedThere(
  tx: Transaction,
  content: { ecosystemId: string; partyId: string; mapIds: string[] },
  viewer: ActingViewer,
) {
  const rows = RowsOnDemand.pastAudiences(tx, content.ecosystemId)
  const calls = await rows.run(() => callsOfInvitation(content, viewer, rows))
  await writeNews(tx, content.ecosystemId, calls, viewer)
}

/** Pending invitations to maps that the viewer may invite to; nobody else learns of them. */
export async function listInvitations(
  { door, clock }: AccountServices,
  viewer: ActingViewer,
  ecosystemId: string,
): Promise<InvitationAnswer[]> {
  await requirePlace(door, viewer, ecosystemId)
  const all = await door.asSystem('list pending invitations', (tx) => readPending(tx, clock(), ecosystemId))
  return door.asViewer(viewer, async (tx) => {
    const rows = new RowsOnDemand(tx, ecosystemId)
    return rows.run(() =>
      all.filter(({ mapIds }) => mapIds.every((mapId) => mayInvite(viewer, ecosystemId, mapId, rows))),
    )
  })
}

/** For editors who may invite to all maps of it; refuses with `notThere` otherwise. */
export async function revokeInvitation(
  services: AccountServices,
  viewer: ActingViewer,
  ecosystemId: string,
  invitationId: string,
): Promise<void> {
  const visible = await listInvitations(services, viewer, ecosystemId)
  if (!isEditor(viewer) || !visible.some(({ id }) => id === invitationId)) throw new AppError('notThere')
  await revoke(services, ecosystemId, invitationId)
}

async function requireMayInvite(
  { door }: AccountServices,
  viewer: ActingViewer,
  ecosystemId: string,
  { partyId, mapIds }: InviteOrganisationRequest,
) {
  return door.asViewer(viewer, async (tx) => {
    const rows = new RowsOnDemand(tx, ecosystemId)
    const { party, maps, isAllowed } = await rows.run(() => ({
      party: rows.get('party', partyId),
      maps: mapIds.map((mapId) => rows.get('map', mapId)),
      isAllowed: isEditor(viewer) && mapIds.every((mapId) => mayInvite(viewer, ecosystemId, mapId, rows)),
    }))
    if (!party || party.deleted) throw new AppError('notThere', { field: 'partyId' })
    if (maps.some((map) => !map || map.deleted)) throw new AppError('notThere', { field: 'mapIds' })
    if (!isAllowed) throw new AppError('invitations.notAllowed')
    if (party.heldByOrganisationId) throw new AppError('invitations.partyHeld', { field: 'partyId' })
    return party
  })
}

async function revoke({ door, clock }: AccountServices, ecosystemId: string, invitationId: string) {
  await door.asSystem('revoke an invitation', async (tx) => {
    const known = (await readPending(tx, clock(), ecosystemId)).find(({ id }) => id === invitationId)
    if (!known) return
    await revokeTokens(tx, clock(), 'holdParty', eq(tokens.id, invitationId))
    const others = await readPending(tx, clock(), ecosystemId)
    if (!others.some(({ partyId }) => partyId === known.partyId)) await takeBackNews(tx, ecosystemId, known)
  })
}

/** Nobody joins: what was said about it is gone from the inboxes. */
async function takeBackNews(tx: Transaction, ecosystemId: string, { partyId, mapIds }: InvitationAnswer) {
  const ofParty = and(eq(lanes.ecosystemId, ecosystemId), eq(lanes.partyId, partyId))
  const told = tx.select({ id: lanes.id }).from(lanes).where(ofParty)
  const rows = or(inArray(news.rowId, told), inArray(news.rowId, mapIds))
  await tx.delete(news).where(and(eq(news.ecosystemId, ecosystemId), eq(news.kind, 'joins'), rows))
}
