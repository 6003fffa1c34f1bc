// The two walls of the row filter, each of which can be taken away: what the program's own statements ask for, and row-level security.
import type { TestDatabase } from '../support/database.ts'
import { asOwner } from './owner.ts'

type Database = Pick<TestDatabase, 'ownerUrl'>

export const rightPolicy = "audience && string_to_array(current_setting('interlane.keys', true), ',')"

/** All that viewers may read at all. */
export async function readableTables(database: Database): Promise<string[]> {
  const found = await asOwner(
    database,
    (owner) => owner<{ name: string }[]>`
      select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and has_table_privilege('interlane_viewer', c.oid, 'select')`,
  )
  return found.map(({ name }) => name)
}

/** Row-level security is off for these tables while one looks. */
export async function withoutRowLevelSecurity<T>(
  database: Database,
  tables: readonly string[],
  look: () => Promise<T>,
): Promise<T> {
  const switchTo = (state: 'enable' | 'disable') =>
    asOwner(database, (owner) =>
      owner.unsafe(tables.map((table) => `alter table ${table} ${state} row level security;`).join('')),
    )
  await switchTo('disable')
  return look().finally(() => switchTo('enable'))
}

/**
 * What statements ask of an audience is answered with yes while one looks: an operator of the database's own is found before
 * the usual one. Policies were read when they were made, and still mean the usual one.
 */
export async function withoutPredicates<T>(database: Database, look: () => Promise<T>): Promise<T> {
  const tables = await readableTables(database)
  // Statements that were prepared before are read anew.
  const readAnew = tables.map((table) => `alter table ${table} enable row level security;`).join('')
  const run = (statements: string) =>
    asOwner(database, (owner) => owner.unsafe(`begin; ${statements} ${readAnew} commit`))
  await run(`create function always(text[], text[]) returns boolean language plpgsql immutable as 'begin return true; end';
    create operator public.&& (leftarg = text[], rightarg = text[], function = always);`)
  return look().finally(() => run('drop function always cascade;'))
}

/** Both walls are down, for these tables, while one looks. */
export function withoutFilter<T>(
  database: Database,
  tables: readonly string[],
  look: () => Promise<T>,
): Promise<T> {
  return withoutPredicates(database, () => withoutRowLevelSecurity(database, tables, look))
}
