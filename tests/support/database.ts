import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type Connection, connect } from '../../api/database/connect.ts'
import { prepareDatabase } from '../../api/database/migrate.ts'
import { serverForTests } from './databaseServer.ts'

/** A migrated database of a test file's own. */
export interface TestDatabase extends Connection {
  /** The low-privilege login that the program serves with; `sql` and `database` are connected with it. */
  servingUrl: string
  /** The role that owns the tables. */
  ownerUrl: string
  /** Closes the pool and drops the database. */
  close(): Promise<void>
}

/**
 * Makes a database of one's own, copied from a template that is migrated once per run. Use as
 * `const database = await freshDatabase()` in the file or in `beforeAll`, and `afterAll(database.close)`.
 */
export async function freshDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const server = await serverForTests(inject('databaseFolder'), inject('databaseUrl'))
  const name = `test_${randomBytes(6).toString('hex')}`
  const maintenance = postgres(server.maintenanceUrl, { max: 1, onnotice: () => {} })
  await maintenance.unsafe(`create database ${name} template ${migrated ? server.template : 'template1'}`)
  const ownerUrl = withDatabase(server.maintenanceUrl, name)
  const servingUrl = migrated ? await prepareDatabase({ privilegedUrl: ownerUrl }) : ownerUrl
  const connection = connect(servingUrl, 10)
  return { ...connection, servingUrl, ownerUrl, close }

  async function close() {
    await connection.close()
    try {
      await maintenance.unsafe(`drop database if exists ${name} with (force)`)
      if (migrated) await maintenance.unsafe(`drop role if exists ${new URL(servingUrl).username}`)
    } catch {
      // A program that a failed test left running holds it; it goes with the run.
    }
    await maintenance.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
