import postgres from 'postgres'
import { openEmbedded } from '../../api/database/embedded/openEmbedded.ts'
import { prepareDatabase } from '../../api/database/migrate.ts'

/** The Postgres server of a test run, with a migrated database to copy. */
export interface TestServer {
  maintenanceUrl: string
  template: string
}

const template = 'interlane_template'
/** `create database ... template` and the making of the template exclude each other across test files. */
const templateLock = 7_316_900

let opened: Promise<TestServer> | undefined

/** Opens the run's embedded server in `folder`, or uses the one at `externalUrl`; the first caller of a run makes the template. */
export function serverForTests(folder: string, externalUrl: string | undefined): Promise<TestServer> {
  opened ??= open(folder, externalUrl)
  return opened
}

async function open(folder: string, externalUrl: string | undefined): Promise<TestServer> {
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300']
  const maintenanceUrl = externalUrl ?? (await openEmbedded({ dataFolder: folder, settings })).ownerUrl
  const name = `${template}_${runOf(folder)}`
  const sql = postgres(maintenanceUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${templateLock})`
    const [known] = await sql`select 1 from pg_database where datname = ${name}`
    if (!known) await makeTemplate(sql, maintenanceUrl, name)
  } finally {
    await sql.end()
  }
  return { maintenanceUrl, template: name }
}

/** Built under another name first, so that a failed migration leaves no half-made template to copy. */
async function makeTemplate(sql: postgres.Sql, maintenanceUrl: string, name: string) {
  const unfinished = `${name}_unfinished`
  await sql.unsafe(`drop database if exists ${unfinished} with (force)`)
  await sql.unsafe(`create database ${unfinished}`)
  const url = new URL(maintenanceUrl)
  url.pathname = `/${unfinished}`
  await prepareDatabase({ privilegedUrl: url.href })
  await sql.unsafe(`alter database ${unfinished} rename to ${name}`)
}

function runOf(folder: string): string {
  return folder
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(-6)
    .toLowerCase()
}
