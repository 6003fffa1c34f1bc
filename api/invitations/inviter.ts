// An invitation holds only as long as whoever made it may still invite.
import { and, eq, inArray } from 'drizzle-orm'
import { readRole } from '../accounts/queries.ts'
import type { Transaction } from '../database/door.ts'
import { tokens } from '../database/tables/accounts.ts'
import type { partyInvitations } from '../database/tables/invitations.ts'
import { ecosystems, participants } from '../database/tables/journeys.ts'

/** True while the inviter edits for its organisation, and that still invites to every map named. */
export async function inviterMayStill(
  tx: Transaction,
  { tokenId, organisationId, ecosystemId, mapIds }: typeof partyInvitations.$inferSelect,
): Promise<boolean> {
  const [token] = await tx.select({ by: tokens.createdBy }).from(tokens).where(eq(tokens.id, tokenId))
  const role = token?.by && (await readRole(tx, organisationId, token.by))
  if (role !== 'admin' && role !== 'editor') return false
  const [ecosystem] = await tx.select().from(ecosystems).where(eq(ecosystems.id, ecosystemId))
  if (ecosystem?.convenerOrganisationId === organisationId) return true
  const granted = await tx
    .select({ mapId: participants.mapId })
    .from(participants)
    .where(
      and(
        eq(participants.ecosystemId, ecosystemId),
        eq(participants.organisationId, organisationId),
        inArray(participants.mapId, mapIds),
        eq(participants.state, 'active'),
        eq(participants.mayInvite, true),
        eq(participants.deleted, false),
      ),
    )
  return mapIds.every((mapId) => granted.some((place) => place.mapId === mapId))
}
