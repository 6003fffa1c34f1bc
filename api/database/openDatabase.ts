import type { Config } from '../config.ts'
import { StartRefusal } from '../startRefusal.ts'
import { type Connection, connect } from './connect.ts'
import { openEmbedded } from './embedded/openEmbedded.ts'
import { prepareDatabase } from './migrate.ts'

/** The database as the program serves from it. */
export interface OpenDatabase {
  connection: Connection
  /** The low-privilege login that it serves with. */
  servingUrl: string
  /** Closes the pool and lets go of the embedded server. */
  close(): Promise<void>
}

type Place = Pick<Config, 'databaseUrl' | 'migrationDatabaseUrl' | 'dataFolder'>

/** Opens the embedded or the external database, brings it to this program's version, and connects with the serving login. */
export async function openDatabase({
  databaseUrl,
  migrationDatabaseUrl,
  dataFolder,
}: Place): Promise<OpenDatabase> {
  const embedded = databaseUrl ? undefined : await openEmbedded({ dataFolder })
  const privilegedUrl = embedded?.ownerUrl ?? migrationDatabaseUrl ?? databaseUrl!
  try {
    const ownUrl = migrationDatabaseUrl ? databaseUrl : undefined
    const servingUrl = await prepareDatabase({ privilegedUrl, servingUrl: ownUrl })
    const connection = connect(servingUrl)
    await connection.sql`select 1`
    return { connection, servingUrl, close: () => connection.close().finally(embedded?.release) }
  } catch (error) {
    await embedded?.release()
    throw explain(error, new URL(privilegedUrl))
  }
}

/** Turns what a wrong address or password makes the driver throw into a sentence; never quotes the URL's password. */
function explain(error: unknown, url: URL): unknown {
  const { code, message } = error as { code?: string; message: string }
  const place = `${url.hostname}:${url.port || 5432}`
  const database = decodeURIComponent(url.pathname.slice(1))
  if (code === '28P01' || code === '28000') {
    return new StartRefusal(
      `The Postgres at ${place} refuses the user or password of DATABASE_URL: correct it.`,
    )
  }
  if (code === '3D000') {
    return new StartRefusal(
      `The Postgres at ${place} has no database "${database}": create it, or correct DATABASE_URL.`,
    )
  }
  if (code !== undefined && unreachable.has(code)) {
    return new StartRefusal(`No Postgres answers at ${place} (${code}): start it, or correct DATABASE_URL.`)
  }
  if (code === '42501') {
    return new StartRefusal(
      `The role "${url.username}" lacks a right that migrating "${database}" needs (${message}): make it the database's owner, or set MIGRATION_DATABASE_URL.`,
    )
  }
  return error
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
])
