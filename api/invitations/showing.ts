// What the invited person sees before accepting. Looking changes nothing.
import { and, eq, inArray } from 'drizzle-orm'
import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import type { PartyKind } from '../../shared/model/party.ts'
import type { AccountServices } from '../accounts/services.ts'
import type { SignedIn } from '../accounts/signedIn.ts'
import { pending, readToken, type TokenRow } from '../accounts/tokens.ts'
import type { Transaction } from '../database/door.ts'
import { organisations, people, tokens } from '../database/tables/accounts.ts'
import { partyInvitations } from '../database/tables/invitations.ts'
import {
  ecosystems,
  lanes,
  maps,
  participants,
  parties,
  stages,
  touchpoints,
} from '../database/tables/journeys.ts'
import { AppError } from '../errors.ts'
import { inviterMayStill } from './inviter.ts'
import { readSharedThere } from './sharedThere.ts'

type Content = typeof partyInvitations.$inferSelect

/** What whoever has the link is asked to join; changes nothing. Refuses with `links.notValid`. */
export async function showInvitation(
  { door, clock }: AccountServices,
  secret: string,
): Promise<ShownInvitationAnswer> {
  return door.asSystem('show an invitation', async (tx) =>
    describe(tx, await readToken(tx, clock(), 'holdParty', secret)),
  )
}

/** The pending invitations to the person's own address, once that is confirmed. */
export async function listOwnInvitations(
  { door, clock }: AccountServices,
  { email, emailVerified }: SignedIn,
): Promise<ShownInvitationAnswer[]> {
  if (!emailVerified) return []
  return door.asSystem('list own invitations', async (tx) => {
    const found = await tx
      .select()
      .from(tokens)
      .where(and(eq(tokens.email, email), pending(clock(), 'holdParty')))
    // Whoever can write to an address can fill this list: what leads nowhere must not hide the rest.
    const shown = await Promise.all(found.map((token) => describe(tx, token).catch(withoutInvalid)))
    return shown.filter((one) => one !== undefined)
  })
}

function withoutInvalid(failure: unknown): undefined {
  if (!(failure instanceof AppError)) throw failure
}

/** @throws AppError `links.notValid` when what it invites to is gone, or its maker may not invite to it any more. */
export async function readInvitation(tx: Transaction, tokenId: string): Promise<Content> {
  const [content] = await tx.select().from(partyInvitations).where(eq(partyInvitations.tokenId, tokenId))
  if (!content || !(await inviterMayStill(tx, content))) throw new AppError('links.notValid')
  return content
}

async function describe(tx: Transaction, token: TokenRow): Promise<ShownInvitationAnswer> {
  const content = await readInvitation(tx, token.id)
  const [party] = await tx
    .select()
    .from(parties)
    .where(and(eq(parties.ecosystemId, content.ecosystemId), eq(parties.id, content.partyId)))
  const [ecosystem] = await tx.select().from(ecosystems).where(eq(ecosystems.id, content.ecosystemId))
  if (!party || party.deleted || party.heldByOrganisationId || !ecosystem)
    throw new AppError('links.notValid')
  const present = await tx
    .select({ organisationId: participants.organisationId })
    .from(participants)
    .where(
      and(
        eq(participants.ecosystemId, content.ecosystemId),
        inArray(participants.mapId, content.mapIds),
        eq(participants.state, 'active'),
      ),
    )
  const names = await readNames(tx, [
    content.organisationId,
    ecosystem.convenerOrganisationId,
    ...present.map(({ organisationId }) => organisationId),
  ])
  const [inviter] = token.createdBy
    ? await tx.select().from(people).where(eq(people.id, token.createdBy))
    : []
  return {
    id: token.id,
    email: token.email,
    message: content.message,
    invitedBy: inviter?.name ?? '',
    invitingOrganisation: names.get(content.organisationId) ?? '',
    mailed: token.mailed,
    expiresAt: token.expiresAt.toISOString(),
    ecosystem: {
      name: ecosystem.name,
      goal: ecosystem.goal,
      convener: names.get(ecosystem.convenerOrganisationId) ?? '',
    },
    party: { name: party.name, kind: party.kind as PartyKind },
    participants: [...new Set(present.map(({ organisationId }) => names.get(organisationId) ?? ''))].sort(),
    maps: await describeMaps(tx, content),
    shared: await readSharedThere(tx, content),
  }
}

/** Each map with the cards others described in the party's lanes: what the newcomer will be asked to review. */
async function describeMaps(tx: Transaction, { ecosystemId, mapIds, partyId }: Content) {
  const cards = await tx
    .select({ mapId: lanes.mapId, name: touchpoints.name, stage: stages.name })
    .from(touchpoints)
    .innerJoin(lanes, and(eq(lanes.ecosystemId, ecosystemId), eq(lanes.id, touchpoints.laneId)))
    .innerJoin(stages, and(eq(stages.ecosystemId, ecosystemId), eq(stages.id, touchpoints.stageId)))
    .where(
      and(
        eq(touchpoints.ecosystemId, ecosystemId),
        inArray(touchpoints.mapId, mapIds),
        eq(lanes.partyId, partyId),
        eq(touchpoints.deleted, false),
      ),
    )
    .orderBy(stages.rank, touchpoints.rank)
  const found = await tx
    .select()
    .from(maps)
    .where(and(eq(maps.ecosystemId, ecosystemId), inArray(maps.id, mapIds), eq(maps.deleted, false)))
    .orderBy(maps.rank)
  return found.map(({ id, name, objective }) => ({
    name,
    objective,
    cards: cards.filter(({ mapId }) => mapId === id).map((card) => ({ name: card.name, stage: card.stage })),
  }))
}

async function readNames(tx: Transaction, ids: string[]): Promise<Map<string, string>> {
  const found = await tx.select().from(organisations).where(inArray(organisations.id, ids))
  return new Map(found.map(({ id, name }) => [id, name]))
}
