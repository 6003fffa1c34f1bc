// Rows between their tables and the domain, whatever their kind.
import { and, eq, getTableColumns, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { changedFields } from '../../shared/edits/draft.ts'
import type { Lookup, RowChange } from '../../shared/edits/reader.ts'
import { type AnyRow, type RowKind, type RowOf, rowKinds } from '../../shared/model/rows.ts'
import type { Transaction } from '../database/door.ts'
import { isForViewer } from '../database/tables/governed.ts'
import { tables } from '../database/tables/rows.ts'

/** All tables share the bookkeeping columns; what else they hold is the row itself. */
type AnyTable = (typeof tables)['lane']
const tableOf = (kind: RowKind) => tables[kind] as unknown as AnyTable

/** For whom rows are read: the viewer of the transaction, or the server itself, past all audiences. */
export type Reader = 'viewer' | 'system'

/** Rows of these ids as the reader may see them, deleted ones included. */
export async function readById<K extends RowKind>(
  tx: Transaction,
  ecosystemId: string,
  kind: K,
  ids: readonly string[],
  reader: Reader = 'viewer',
): Promise<RowOf<K>[]> {
  const table = tableOf(kind)
  const isNamed = inArray(table.id, [...ids])
  return select(tx, kind, and(eq(table.ecosystemId, ecosystemId), isNamed, isFor(reader, table)))
}

/** Living rows of which `field` is one of `values`. */
export async function readByField<K extends RowKind>(
  tx: Transaction,
  ecosystemId: string,
  kind: K,
  field: Lookup<K>,
  values: readonly string[],
  reader: Reader = 'viewer',
): Promise<RowOf<K>[]> {
  const table = tableOf(kind)
  const column = (getTableColumns(table) as Record<string, PgColumn>)[String(field)]!
  const condition = and(
    eq(table.ecosystemId, ecosystemId),
    eq(table.deleted, false),
    inArray(column, [...values]),
    isFor(reader, table),
  )
  return select(tx, kind, condition)
}

const isFor = (reader: Reader, table: AnyTable) => (reader === 'viewer' ? isForViewer(table) : undefined)

/** Rows changed after `seq` that the viewer may see, deleted ones included; all living ones when `seq` is null. */
export async function readChanged<K extends RowKind>(
  tx: Transaction,
  ecosystemId: string,
  kind: K,
  seq: number | null,
): Promise<RowOf<K>[]> {
  return select(tx, kind, isChanged(ecosystemId, kind, seq))
}

/** The kinds of which `readChanged` would answer rows, asked in one statement: a change is seldom of more than a few. */
export async function readChangedKinds(
  tx: Transaction,
  ecosystemId: string,
  seq: number,
): Promise<RowKind[]> {
  const ofEach = rowKinds.map(
    (kind) => sql`select ${sql.raw(`'${kind}'`)} as kind
      where exists (select from ${tableOf(kind)} where ${isChanged(ecosystemId, kind, seq)})`,
  )
  const found = await tx.execute<{ kind: RowKind }>(sql.join(ofEach, sql` union all `))
  return found.map(({ kind }) => kind)
}

function isChanged(ecosystemId: string, kind: RowKind, seq: number | null): SQL | undefined {
  const table = tableOf(kind)
  const since = seq === null ? eq(table.deleted, false) : gt(table.seq, seq)
  return and(eq(table.ecosystemId, ecosystemId), since, isForViewer(table))
}

/** Writes the rows of one edit, stamped with its place in the order. */
export async function writeChanges(
  tx: Transaction,
  changes: readonly RowChange[],
  seq: number,
): Promise<void> {
  const added = changes.filter((change) => change.before === null)
  const changed = changes.filter((change) => change.before !== null)
  await Promise.all([
    ...rowKinds.flatMap((kind) =>
      inBatches(added.filter((change) => change.kind === kind)).map((batch) =>
        tx.insert(tableOf(kind)).values(batch.map((change) => ({ ...change.after, seq })) as never),
      ),
    ),
    ...changed.map((change) => updateRow(tx, change, seq)),
  ])
}

async function updateRow(tx: Transaction, change: RowChange, seq: number): Promise<void> {
  const table = tableOf(change.kind)
  const { before, after } = change
  const fields = changedFields(before, after).map((field) => [field, after[field as keyof AnyRow]])
  const { count } = (await tx
    .update(table)
    .set({ ...Object.fromEntries(fields), versions: after.versions, seq })
    .where(and(eq(table.ecosystemId, after.ecosystemId), eq(table.id, after.id)))) as unknown as {
    count: number
  }
  if (count !== 1) throw new Error(`a ${change.kind} that was read could not be written`)
}

async function select<K extends RowKind>(
  tx: Transaction,
  kind: K,
  condition: SQL | undefined,
): Promise<RowOf<K>[]> {
  const records = await tx.select().from(tableOf(kind)).where(condition)
  return records.map(({ seq: _, ...row }) => row as unknown as RowOf<K>)
}

/** Postgres takes at most 65,535 parameters in one statement. */
function inBatches<T>(rows: readonly T[], size = 1_000): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  )
}
