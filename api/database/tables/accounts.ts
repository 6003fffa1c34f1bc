// People, their organisations and how they sign in. Not governed by edits; closed to viewers unless another policy opens a row.
import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  pgPolicy,
  pgRole,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

import type { MemberRight } from '../../../shared/accounts/roles.ts'
import type { Digest } from '../../../shared/inbox/news.ts'

const system = pgRole('interlane_system').existing()

const systemOnly = (table: string) =>
  pgPolicy(`${table}_system`, { to: system, for: 'all', using: sql`true`, withCheck: sql`true` })

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Rights that an admin keeps from a colleague apart from the role. */
const withheld = () => text('withheld').array().$type<MemberRight[]>().notNull().default([])

export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerifiedAt: moment('email_verified_at'),
    /** Signed up where mail is sent and has not followed the link yet: may not sign in. */
    awaitsConfirmation: boolean('awaits_confirmation').notNull().default(false),
    /** How often a letter sums up what is new in the inbox. */
    digest: text('digest').$type<Digest>().notNull().default('daily'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [uniqueIndex('people_email_unique').on(sql`lower(${table.email})`), systemOnly('people')],
).enableRLS()

export const credentials = pgTable(
  'credentials',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    passwordHash: text('password_hash').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  () => [systemOnly('credentials')],
).enableRLS()

/** `id` is the SHA-256 of the secret in the cookie, in hexadecimal; the secret itself is stored nowhere. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    device: text('device').notNull(),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    absoluteExpiresAt: moment('absolute_expires_at').notNull(),
  },
  (table) => [index('sessions_person').on(table.personId), systemOnly('sessions')],
).enableRLS()

export const organisations = pgTable(
  'organisations',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  () => [systemOnly('organisations')],
).enableRLS()

/** A row stays when its person leaves (`active` false), so that what the person did keeps its name. */
export const memberships = pgTable(
  'memberships',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['admin', 'editor', 'viewer'] }).notNull(),
    withheld: withheld(),
    active: boolean('active').notNull(),
    since: moment('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.personId] }),
    index('memberships_person').on(table.personId),
    systemOnly('memberships'),
  ],
).enableRLS()

/** That an admin let a member do more or less: `role` where that changed, and which rights were given and taken. Told to the member. */
export const rightChanges = pgTable(
  'right_changes',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    byPersonId: uuid('by_person_id').references(() => people.id, { onDelete: 'set null' }),
    role: text('role', { enum: ['admin', 'editor', 'viewer'] }),
    given: text('given').array().$type<MemberRight[]>().notNull(),
    withheld: withheld(),
    at: moment('at').notNull(),
    readAt: moment('read_at'),
  },
  (table) => [
    index('right_changes_by_organisation').on(table.organisationId, table.at),
    systemOnly('right_changes'),
  ],
).enableRLS()

/** The secrets of links, as SHA-256: each works once, until it expires or is revoked. */
export const tokens = pgTable(
  'tokens',
  {
    id: uuid('id').primaryKey(),
    hash: text('hash').notNull(),
    purpose: text('purpose', {
      enum: ['verifyEmail', 'resetPassword', 'joinOrganisation', 'holdParty'],
    }).notNull(),
    email: text('email').notNull(),
    /** Following a mailed link proves the address; following one that was passed on by hand does not. */
    mailed: boolean('mailed').notNull(),
    personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').references(() => organisations.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['admin', 'editor', 'viewer'] }),
    withheld: withheld(),
    createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    uniqueIndex('tokens_hash_unique').on(table.hash),
    index('tokens_organisation').on(table.organisationId),
    index('tokens_email').on(table.email),
    systemOnly('tokens'),
  ],
).enableRLS()

/** Counters of attempts; the column names are those of rate-limiter-flexible's drizzle store. */
export const throttles = pgTable(
  'throttles',
  {
    key: text('key').primaryKey(),
    points: integer('points').notNull(),
    expire: moment('expire'),
  },
  () => [systemOnly('throttles')],
).enableRLS()

/** The made-up people of the demo. Their passwords are random per install and meant to be shown, on this machine only. */
export const demoAccounts = pgTable(
  'demo_accounts',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Null once somebody chose another, and while closed. */
    password: text('password'),
    /** The program was started without the demo. */
    closed: boolean('closed').notNull().default(false),
    order: integer('order').notNull(),
  },
  () => [systemOnly('demo_accounts')],
).enableRLS()
