// The order, the answers and the history of edits, and what those who lost sight of a row are told.
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { EditAnswer } from '../../../shared/edits/exchange.ts'
import { organisations } from './accounts.ts'
import { readByAudience, systemOnly, viewerKeys, viewerRole } from './governed.ts'

/** Locked first by every writing transaction, so that the order of `seq` is the order of commits. */
export const ecosystemCounters = pgTable(
  'ecosystem_counters',
  {
    ecosystemId: uuid('ecosystem_id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** Moves with memberships, roles and participation; a client with an older one starts from a fresh snapshot. */
    epoch: bigint('epoch', { mode: 'number' }).notNull(),
  },
  (table) => [
    pgPolicy('ecosystem_counters_viewer_reads', {
      to: viewerRole,
      for: 'select',
      using: sql`('ecosystem:' || ${table.ecosystemId}) = any(${viewerKeys})`,
    }),
    systemOnly('ecosystem_counters'),
  ],
).enableRLS()

/** One row for each edit that was ever answered, accepted or refused; `answer` is repeated when it is sent again. */
export const edits = pgTable(
  'edits',
  {
    ecosystemId: uuid('ecosystem_id').notNull(),
    clientId: uuid('client_id').notNull(),
    number: integer('number').notNull(),
    personId: uuid('person_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    accepted: boolean('accepted').notNull(),
    answer: jsonb('answer').$type<EditAnswer>().notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.ecosystemId, table.clientId, table.number] }),
    systemOnly('edits'),
  ],
).enableRLS()

/** Every row before and after every accepted edit, with the audience of that time. */
export const history = pgTable(
  'history',
  {
    ecosystemId: uuid('ecosystem_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    position: integer('position').notNull(),
    clientId: uuid('client_id').notNull(),
    number: integer('number').notNull(),
    personId: uuid('person_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    kind: text('kind').notNull(),
    rowId: uuid('row_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after').notNull(),
    follows: boolean('follows').notNull(),
    audience: text('audience').array().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.ecosystemId, table.seq, table.position] }),
    index('history_by_row').on(table.ecosystemId, table.rowId),
    index('history_by_moment').on(table.ecosystemId, table.at),
    index('history_by_edit').on(table.ecosystemId, table.clientId, table.number),
    ...readByAudience('history'),
  ],
).enableRLS()

/** Tells exactly those who lost sight of a row, when its audience was narrowed, to forget it. */
export const tombstones = pgTable(
  'tombstones',
  {
    ecosystemId: uuid('ecosystem_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    rowId: uuid('row_id').notNull(),
    audience: text('audience').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ecosystemId, table.seq, table.kind, table.rowId] }),
    ...readByAudience('tombstones'),
  ],
).enableRLS()

/** Keys the server keeps to itself, the same for all instances. */
export const secrets = pgTable(
  'secrets',
  { name: text('name').primaryKey(), value: text('value').notNull() },
  () => [systemOnly('secrets')],
).enableRLS()

/** Viewers learn the names of organisations they share a map with, and of no others. */
export const organisationsShareMap = pgPolicy('organisations_viewer_reads', {
  to: viewerRole,
  for: 'select',
  using: sql`('org:' || id) = any(${viewerKeys}) or exists (select 1 from participants where participants.organisation_id = organisations.id)`,
}).link(organisations)
