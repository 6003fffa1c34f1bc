import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { StartRefusal } from '../../startRefusal.ts'
import { serverAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { takeLease, urlOf } from './lease.ts'
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

const ownerRole = 'interlane_owner'
const databaseName = 'interlane'

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
    const { port } = await runPostmaster(cluster, binaries, { settings })
    const lease = takeLease(cluster, port, () => runPostmaster(cluster, binaries, { settings, port }))
    try {
      await lease.take()
      await prepare(lease.sql, cluster)
      const release = () => lease.giveBack(() => stopPostmaster(cluster, binaries))
      return { ownerUrl: urlOf(cluster, port, ownerRole, databaseName), release }
    } catch (error) {
      await lease.drop()
      // The instance that used it last may have been stopping it: then a new start is due.
      if (attempt === 20) throw error
      await sleep(250)
    }
  }
}

function createFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new StartRefusal(
      `DATA_DIR ${folder} cannot be used (${(error as NodeJS.ErrnoException).code}): choose another folder.`,
    )
  }
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
