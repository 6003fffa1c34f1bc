// Rows of every kind at once, in one statement each.
import { getTableName } from 'drizzle-orm'
import { tables } from '../../api/database/tables/rows.ts'
import { type RowKind, rowKinds } from '../../shared/model/rows.ts'
import type { TestDatabase } from '../support/database.ts'
import { asOwner } from './owner.ts'
import { rightPolicy } from './walls.ts'

export const tableNames = rowKinds.map((kind) => getTableName(tables[kind]))

/** @returns a query for the columns of all rows of all kinds for which `condition` holds */
export function ofEveryKind(columns: string, condition = ''): string {
  return tableNames.map((name) => `select ${columns} from ${name} ${condition}`).join(' union all ')
}

/** Every policy by which viewers read rows is another one while one looks. */
export async function withPolicies<T>(
  database: Pick<TestDatabase, 'ownerUrl'>,
  using: string,
  look: () => Promise<T>,
): Promise<T> {
  const alterTo = (expression: string) =>
    asOwner(database, (owner) =>
      owner.unsafe(
        tableNames
          .map((name) => `alter policy ${name}_viewer_reads on ${name} using (${expression});`)
          .join(''),
      ),
    )
  await alterTo(using)
  return look().finally(() => alterTo(rightPolicy))
}

/** The kinds of these rows, in the order of the registry. */
export function kindsOf(rows: Iterable<{ kind: RowKind }>): RowKind[] {
  const found = new Set([...rows].map(({ kind }) => kind))
  return rowKinds.filter((kind) => found.has(kind))
}
