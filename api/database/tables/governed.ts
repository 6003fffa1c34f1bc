// What every table governed by edits has in common: its bookkeeping columns and the one row filter.
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  type PgColumn,
  type PgColumnBuilderBase,
  pgPolicy,
  pgRole,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

export const viewerRole = pgRole('interlane_viewer').existing()
export const systemRole = pgRole('interlane_system').existing()

/** The keys of the viewer of this transaction; none are set, none match. */
export const viewerKeys = sql.raw(`string_to_array(current_setting('interlane.keys', true), ',')`)

/**
 * Asks for rows the viewer of this transaction may see. Every read as a viewer says so itself, beside row-level security, which
 * asks the same: each of the two suffices.
 */
export const isForViewer = (table: { audience: PgColumn }) => sql`${table.audience} && ${viewerKeys}`

/** The viewer of this transaction has a place in the ecosystem. */
export const hasPlaceIn = (ecosystemId: PgColumn) =>
  sql`('ecosystem:' || ${ecosystemId}) = any(${viewerKeys})`

const bookkeeping = {
  id: uuid('id').notNull(),
  ecosystemId: uuid('ecosystem_id').notNull(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  audience: text('audience').array().notNull(),
  deleted: boolean('deleted').notNull(),
  versions: jsonb('versions').$type<Record<string, number>>().notNull(),
  lineageId: uuid('lineage_id').notNull(),
  addedByOrganisationId: uuid('added_by_organisation_id').notNull(),
}

/**
 * A table of rows that edits change: `columns` is its content, `lookups` the fields it is searched by.
 * Viewers read and change only rows whose audience meets their keys; nobody deletes.
 * `namesKeys`: audiences name rows of this table by id alone, so no two ecosystems may hold the same id.
 */
export function governedTable<C extends Record<string, PgColumnBuilderBase>>(
  name: string,
  columns: C,
  lookups: readonly (keyof C & string)[] = [],
  { namesKeys = false } = {},
) {
  return pgTable(name, { ...bookkeeping, ...columns }, (table) => {
    const column = (field: string) => (table as unknown as Record<string, PgColumn>)[field]!
    return [
      primaryKey({ columns: [column('ecosystemId'), column('id')] as [PgColumn, PgColumn] }),
      index(`${name}_changes`).on(column('ecosystemId'), column('seq')),
      ...(namesKeys ? [uniqueIndex(`${name}_id_unique`).on(column('id'))] : []),
      ...lookups.map((field) => index(`${name}_by_${field}`).on(column('ecosystemId'), column(field))),
      check(`${name}_audience_is_someone`, sql`cardinality(audience) > 0`),
      ...rowPolicies(name),
    ]
  }).enableRLS()
}

const isVisible = sql`audience && ${viewerKeys}`

function rowPolicies(name: string) {
  return [
    pgPolicy(`${name}_viewer_reads`, { to: viewerRole, for: 'select', using: isVisible }),
    pgPolicy(`${name}_viewer_adds`, { to: viewerRole, for: 'insert', withCheck: sql`true` }),
    pgPolicy(`${name}_viewer_changes`, {
      to: viewerRole,
      for: 'update',
      using: isVisible,
      withCheck: sql`true`,
    }),
    systemOnly(name),
  ]
}

/** Rows that a viewer may read by their audience and that only the server writes. */
export function readByAudience(name: string) {
  return [
    pgPolicy(`${name}_viewer_reads`, { to: viewerRole, for: 'select', using: isVisible }),
    systemOnly(name),
  ]
}

export function systemOnly(name: string) {
  return pgPolicy(`${name}_system`, { to: systemRole, for: 'all', using: sql`true`, withCheck: sql`true` })
}
