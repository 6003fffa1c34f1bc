import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { keepingPrepared } from './preparedStatements.ts'

/** A pool of connections with one login, as postgres.js and as drizzle sees it. */
export interface Connection {
  sql: postgres.Sql
  database: PostgresJsDatabase
  /** Waits up to 5 s for running queries, then closes every connection. */
  close(): Promise<void>
}

/** Opens a pool of at most `maximum` connections to the Postgres at `url`; connects on first use. */
export function connect(url: string, maximum = 10): Connection {
  const sql = postgres(url, {
    max: maximum,
    connect_timeout: 10,
    // A database that starts again is found within a second; the driver's own pause grows to twenty.
    backoff: (failures: number) => Math.min(1, 0.05 * 2 ** failures),
    onnotice: () => {},
    connection: { application_name: 'interlane' },
  })
  return { sql, database: drizzle(keepingPrepared(sql)), close: () => sql.end({ timeout: 5 }) }
}
