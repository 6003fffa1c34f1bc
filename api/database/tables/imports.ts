// Previews of imports: nothing of them is in an ecosystem until their owner says so.
import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ImportPlan } from '../../../shared/interchange/planImport.ts'
import { systemOnly } from './governed.ts'

export const importPreviews = pgTable(
  'import_previews',
  {
    id: uuid('id').primaryKey(),
    ecosystemId: uuid('ecosystem_id').notNull(),
    personId: uuid('person_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    format: text('format', { enum: ['bpmn', 'json'] }).notNull(),
    plan: jsonb('plan').$type<ImportPlan>().notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  () => [systemOnly('import_previews')],
).enableRLS()
