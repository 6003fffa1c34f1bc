import { and, desc, eq } from 'drizzle-orm'
import type { InvitationAnswer } from '../../shared/invitations/invitations.ts'
import { pending } from '../accounts/tokens.ts'
import type { Transaction } from '../database/door.ts'
import { people, tokens } from '../database/tables/accounts.ts'
import { partyInvitations } from '../database/tables/invitations.ts'
import { inviterMayStill } from './inviter.ts'

/** Invitations to an ecosystem that nobody has accepted, withdrawn or let expire, the latest first. */
export async function readPending(
  tx: Transaction,
  now: Date,
  ecosystemId: string,
): Promise<InvitationAnswer[]> {
  return (await select(tx, now, ecosystemId)).map(answer)
}

/** Of the pending ones, those that still lead somewhere: whoever made them may still invite. */
export async function readAcceptable(
  tx: Transaction,
  now: Date,
  ecosystemId: string,
): Promise<InvitationAnswer[]> {
  const found = await select(tx, now, ecosystemId)
  const holds = await Promise.all(found.map(({ content }) => inviterMayStill(tx, content)))
  return found.filter((_, index) => holds[index]).map(answer)
}

type Found = Awaited<ReturnType<typeof select>>[number]

function select(tx: Transaction, now: Date, ecosystemId: string) {
  return tx
    .select({ token: tokens, content: partyInvitations, inviter: people.name })
    .from(partyInvitations)
    .innerJoin(tokens, eq(tokens.id, partyInvitations.tokenId))
    .leftJoin(people, eq(people.id, tokens.createdBy))
    .where(and(eq(partyInvitations.ecosystemId, ecosystemId), pending(now, 'holdParty')))
    .orderBy(desc(tokens.createdAt))
}

function answer({ token, content, inviter }: Found): InvitationAnswer {
  return {
    id: token.id,
    email: token.email,
    partyId: content.partyId,
    mapIds: content.mapIds,
    invitedBy: inviter ?? '',
    mailed: token.mailed,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
  }
}
