import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { StartRefusal } from '../../startRefusal.ts'
import { serverAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { type Cluster, openCluster, superuser } from './cluster.ts'
import { runPostmaster, stopPostmaster } from './postmaster.ts'

/** The running embedded server as one instance of the program holds it. */
export interface EmbeddedServer {
  /** URL of the database `interlane` for its owner, who is no superuser but may create roles and databases. */
  ownerUrl: string
  /** Lets go of the server; the last instance that does so stops it. */
  release(): Promise<void>
}

interface EmbeddedOptions {
  /** Folder of the program's data; the cluster lives in `postgres` below it. */
  dataFolder: string
  /** Further `name=value` settings of the server. */
  settings?: string[]
}

export const ownerRole = 'interlane_owner'
export const databaseName = 'interlane'

/** Held shared by every instance that uses the server, exclusively by the one that stops or prepares it. */
const useLock = 7_316_001
const prepareLock = 7_316_002

/**
 * Opens the embedded Postgres of `dataFolder`: initialises the cluster, starts or adopts its server, and makes sure of
 * the owner role and the database. Any number of processes may do so at once.
 */
export async function openEmbedded({ dataFolder, settings = [] }: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = resolve(dataFolder)
  createFolder(folder)
  const account = await serverAccount()
  const binaries = findBinaries(account)
  const cluster = await openCluster(join(folder, 'postgres'), binaries, account)
  for (let attempt = 1; ; attempt++) {
    const { port } = await runPostmaster(cluster, binaries, settings)
    const lease = connect(cluster, port)
    try {
      await lease`select pg_advisory_lock_shared(${useLock})`
      await prepare(lease, cluster)
      return { ownerUrl: urlOf(cluster, port, ownerRole, databaseName), release: () => release(lease, stop) }
    } catch (error) {
      await lease.end({ timeout: 0 })
      // The instance that used it last may have been stopping it: then a new start is due.
      if (attempt === 20) throw error
      await sleep(250)
    }
  }

  function stop() {
    return stopPostmaster(cluster, binaries)
  }
}

function createFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new StartRefusal(
      `DATA_DIR ${folder} cannot be created (${(error as Error).message}): choose another folder.`,
    )
  }
}

function connect(cluster: Cluster, port: number) {
  return postgres(urlOf(cluster, port, superuser, 'postgres'), {
    max: 1,
    idle_timeout: undefined,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'interlane lease' },
  })
}

function urlOf(cluster: Cluster, port: number, role: string, database: string): string {
  return `postgres://${role}:${cluster.password}@127.0.0.1:${port}/${database}`
}

async function prepare(lease: postgres.Sql, cluster: Cluster) {
  await lease`select pg_advisory_lock(${prepareLock})`
  try {
    const [role] = await lease`select 1 from pg_roles where rolname = ${ownerRole}`
    if (!role) {
      await lease.unsafe(
        `create role ${ownerRole} login nosuperuser createrole createdb password '${cluster.password}'`,
      )
    }
    const [database] = await lease`select 1 from pg_database where datname = ${databaseName}`
    if (!database) await lease.unsafe(`create database ${databaseName} owner ${ownerRole}`)
  } finally {
    await lease`select pg_advisory_unlock(${prepareLock})`
  }
}

/** Never throws: a server that is gone needs no stopping, and the program wants to end. */
async function release(lease: postgres.Sql, stop: () => Promise<void>) {
  try {
    await lease`select pg_advisory_unlock_shared(${useLock})`
    const [answer] = await lease`select pg_try_advisory_lock(${useLock}) as last`
    if (answer?.last) await stop()
  } catch {
    // The server has gone already.
  }
  await lease.end({ timeout: 0 })
}
