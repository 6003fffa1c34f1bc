import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { openEmbedded } from '../../api/database/embedded/openEmbedded.ts'
import { prepareDatabase } from '../../api/database/migrate.ts'

interface OwnDatabase {
  servingUrl: string
  close(): Promise<void>
}

/** A migrated database for sessions outside of a test run: on the server at `externalUrl`, or on an embedded one that goes with it. */
export function openOwnDatabase(externalUrl: string | undefined): Promise<OwnDatabase> {
  return externalUrl ? ownDatabaseOn(externalUrl) : onEmbedded()
}

async function onEmbedded(): Promise<OwnDatabase> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'interlane-simulate-'))
  const embedded = await openEmbedded({ dataFolder, settings: ['fsync=off', 'synchronous_commit=off'] })
  return {
    servingUrl: await prepareDatabase({ privilegedUrl: embedded.ownerUrl }),
    async close() {
      await embedded.release()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A migrated database on the server at `externalUrl`, dropped with its login in the end. */
export async function ownDatabaseOn(externalUrl: string): Promise<OwnDatabase & { ownerUrl: string }> {
  const name = `own_${randomBytes(6).toString('hex')}`
  const maintenance = postgres(externalUrl, { max: 1, onnotice: () => {} })
  await maintenance.unsafe(`create database ${name}`)
  const url = new URL(externalUrl)
  url.pathname = `/${name}`
  const servingUrl = await prepareDatabase({ privilegedUrl: url.href })
  return {
    servingUrl,
    ownerUrl: url.href,
    async close() {
      await maintenance.unsafe(`drop database ${name} with (force)`)
      await maintenance.unsafe(`drop role ${new URL(servingUrl).username}`)
      await maintenance.end()
    },
  }
}
