// Invitations to hold a party; the secret, its expiry and its use are the token's.
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { tokens } from './accounts.ts'
import { systemOnly } from './governed.ts'

export const partyInvitations = pgTable(
  'party_invitations',
  {
    tokenId: uuid('token_id')
      .primaryKey()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    ecosystemId: uuid('ecosystem_id').notNull(),
    partyId: uuid('party_id').notNull(),
    mapIds: uuid('map_ids').array().notNull(),
    organisationId: uuid('organisation_id').notNull(),
    message: text('message').notNull(),
  },
  (table) => [index('party_invitations_ecosystem').on(table.ecosystemId), systemOnly('party_invitations')],
).enableRLS()
