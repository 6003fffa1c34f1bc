import { and, desc, eq } from 'drizzle-orm'
import type { InvitationAnswer } from '../../shared/invitations/invitations.ts'
import { pending } from '../accounts/tokens.ts'
import type { Transaction } from '../database/door.ts'
import { people, tokens } from '../database/tables/accounts.ts'
import { partyInvitations } from '../database/tables/invitations.ts'

/** Invitations to an ecosystem that nobody has accepted, withdrawn or let expire, the latest first. */
export async function readPending(
  tx: Transaction,
  now: Date,
  ecosystemId: string,
): Promise<InvitationAnswer[]> {
  const found = await tx
    .select({ token: tokens, content: partyInvitations, inviter: people.name })
    .from(partyInvitations)
    .innerJoin(tokens, eq(tokens.id, partyInvitations.tokenId))
    .leftJoin(people, eq(people.id, tokens.createdBy))
    .where(and(eq(partyInvitations.ecosystemId, ecosystemId), pending(now, 'holdParty')))
    .orderBy(desc(tokens.createdAt))
  return found.map(({ token, content, inviter }) => ({
    id: token.id,
    email: token.email,
    partyId: content.partyId,
    mapIds: content.mapIds,
    invitedBy: inviter ?? '',
    mailed: token.mailed,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
  }))
}
