// The driver as the built program has it, on a database whose connections are lost.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import type postgres from 'postgres'
import { afterAll, expect, it } from 'vitest'
import { mendedDriver } from '../../operations/build.mjs'
import { freshDatabase } from '../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'interlane-driver-'))
const database = await freshDatabase({ migrated: false })
const asInstalled = await driver('installed', [])
const mended = await driver('mended', [mendedDriver(process.cwd())])
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Bundles a driver with these changes. */
async function driver(name: string, plugins: NonNullable<Parameters<typeof build>[0]['plugins']>) {
  const outfile = join(folder, `${name}.mjs`)
  const contents = "export { default } from 'postgres'"
  await build({
    ...{ stdin: { contents, resolveDir: process.cwd() }, bundle: true, format: 'esm', platform: 'node' },
    ...{ outfile, plugins, logLevel: 'warning' },
  })
  return (await import(outfile)).default as typeof postgres
}

/**
 * A transaction that does something else for a while loses its connection; somebody else's, on the connection that was
 * opened in its place, writes meanwhile and is told that it was kept.
 * @returns which of the two rows are there, and what became of the statement after the loss
 */
async function writeBesideALostTransaction(connect: typeof postgres) {
  const sql = connect(database.ownerUrl, { max: 1, onnotice: () => {}, backoff: () => 0.05 })
  await sql`create table if not exists written (name text)`
  await sql`truncate written`
  let hasBegun = () => {}
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve
  })
  let afterwards: unknown
  const lost = sql.begin(async (tx) => {
    await tx`select 1`
    hasBegun()
    await sleep(400)
    afterwards = await tx`insert into written values ('lost')`.then(
      () => 'written',
      ({ code }: { code: string }) => code,
    )
    throw new Error('rolls back')
  })
  lost.catch(() => {})
  await begun
  await database.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query = 'select 1'`
  await expect(lost).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  await sql.begin(async (tx) => {
    await tx`insert into written values ('kept')`
    await sleep(600)
  })
  const rows = await database.sql<{ name: string }[]>`select name from written order by name`
  await sql.end({ timeout: 1 })
  return { rows: rows.map(({ name }) => name), afterwards }
}

it('a transaction whose connection was lost leaves those of others alone', async () => {
  expect(await writeBesideALostTransaction(mended)).toEqual({
    rows: ['kept'],
    afterwards: 'CONNECTION_CLOSED',
  })
})

it('needs mending for that: as installed it rolls back what somebody else was told is kept', async () => {
  expect(await writeBesideALostTransaction(asInstalled)).toEqual({ rows: [], afterwards: 'written' })
})
