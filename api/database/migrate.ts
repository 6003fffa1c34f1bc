import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { projectFolder } from '../projectFolder.ts'
import { StartRefusal } from '../startRefusal.ts'
import { adoptServingLogin, prepareServingLogin } from './roles.ts'

export const migrationsFolder = join(projectFolder, 'api', 'database', 'migrations')

/** drizzle takes no lock of its own: of several instances that start at once all but one would fail. */
const migrationLock = 7_316_003

interface Preparation {
  /** URL of a role that may create roles and owns the database. */
  privilegedUrl: string
  /** URL of the operator's own low-privilege login; without it one is made. */
  servingUrl?: string
  folder?: string
}

/** Creates the roles, migrates to this program's version, and answers the URL of the low-privilege login to serve with. */
export async function prepareDatabase(preparation: Preparation): Promise<string> {
  const { privilegedUrl, servingUrl, folder = migrationsFolder } = preparation
  const sql = postgres(privilegedUrl, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${migrationLock})`
    const newest = await refuseNewerDatabase(sql, folder)
    const url = await prepareLogin(sql, privilegedUrl, servingUrl)
    if (newest) await migrate(drizzle(sql), { migrationsFolder: folder })
    return url
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function prepareLogin(sql: postgres.Sql, privilegedUrl: string, servingUrl: string | undefined) {
  if (!servingUrl) return prepareServingLogin(sql, privilegedUrl)
  await adoptServingLogin(sql, decodeURIComponent(new URL(servingUrl).username))
  return servingUrl
}

/** Answers the time stamp of the program's newest migration, undefined if it has none. */
async function refuseNewerDatabase(sql: postgres.Sql, folder: string): Promise<number | undefined> {
  const known = existsSync(join(folder, 'meta', '_journal.json'))
    ? readMigrationFiles({ migrationsFolder: folder })
    : []
  const newest = known.at(-1)?.folderMillis
  const [table] = await sql<{ there: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as there`
  if (!table?.there) return newest
  const [applied] = await sql<
    { newest: string | null }[]
  >`select max(created_at) as newest from drizzle.__drizzle_migrations`
  if (Number(applied?.newest ?? 0) > (newest ?? 0)) {
    throw new StartRefusal(
      'The database was written by a newer version of Interlane than this program: start that version; nothing was changed.',
    )
  }
  return newest
}
