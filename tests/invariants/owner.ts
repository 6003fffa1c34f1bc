import postgres from 'postgres'
import type { TestDatabase } from '../support/database.ts'

/** Works with the database as its operator, whom row-level security does not hold: to prepare and to break things. */
export async function asOwner<T>(
  { ownerUrl }: Pick<TestDatabase, 'ownerUrl'>,
  work: (owner: postgres.Sql) => Promise<T> | postgres.PendingQuery<T & postgres.MaybeRow[]>,
): Promise<T> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    return (await work(owner)) as T
  } finally {
    await owner.end()
  }
}

/** Works past all audiences, as the server does for named reasons. */
export function pastAudiences<T>(
  { sql }: Pick<TestDatabase, 'sql'>,
  work: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  return sql.begin(async (tx) => {
    await tx`set local role interlane_system`
    return work(tx)
  }) as Promise<T>
}
