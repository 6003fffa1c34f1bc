// Three processes of the program on one Postgres, more than a hundred open pages: each process is killed, the database is
// killed, the change bus is cut. No acknowledged edit is lost or counted twice, and all pages come to show the same.
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, expect, it } from 'vitest'
import type { ChangesResponse } from '../../shared/edits/exchange.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { Follower } from './follower.ts'
import { startOwnPostgres } from './ownPostgres.ts'
import { type Company, foundCompanies } from './places.ts'
import { Writer } from './writer.ts'

const rounds = process.env.LONG ? 2 : 1
const pagesPerCompany = 35
const database = await startOwnPostgres()
/** Below the ports that outgoing connections are given, so that none of them takes one while its program is down. */
const port = (index: number) => 20_000 + (process.pid % 3_000) * 4 + index
const start = (index: number) => startServer({ databaseUrl: database.url, port: port(index) })
const servers: TestServer[] = await Promise.all([start(0), start(1), start(2)])
const addresses = servers.map(({ address }) => address)
const followers: Follower[] = []
afterAll(async () => {
  for (const follower of followers) follower.close()
  await Promise.all(servers.map((server) => server.stop()))
  await database.stop()
})

/** Ends every connection that listens for changes, again and again. */
async function cutBus(milliseconds: number): Promise<number> {
  const sql = postgres(database.url, { max: 1, onnotice: () => {} })
  let cut = 0
  for (const until = Date.now() + milliseconds; Date.now() < until; await sleep(100)) {
    const ended = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and pid <> pg_backend_pid()`
    cut += ended.length
  }
  await sql.end()
  return cut
}

async function pullAll({ headers, ecosystemId }: Company): Promise<ChangesResponse> {
  const response = await fetch(`${addresses[0]}/api/ecosystems/${ecosystemId}/changes`, { headers })
  return (await response.json()) as ChangesResponse
}

/** What is wrong with what the server holds, given what it has acknowledged. */
async function faultsOf(companies: readonly Company[], writers: readonly Writer[]): Promise<string[]> {
  const { rows } = await pullAll(companies[0]!)
  const marks = new Set(rows.flatMap(({ kind, row }) => (kind === 'mark' ? [row.id] : [])))
  const acknowledged = writers.flatMap((writer) => writer.acknowledged)
  const lost = acknowledged.filter((id) => !marks.has(id)).map((id) => `acknowledged edit ${id} is lost`)
  const counted = companies.flatMap(({ cardId, organisationId }) => {
    const applied = (rows.find(({ row }) => row.id === cardId)?.row.versions.purpose ?? 1) - 1
    const own = writers.filter((writer) => writer.company.organisationId === organisationId)
    const expected = own.reduce((sum, writer) => sum + writer.acknowledged.length, 0)
    return applied === expected ? [] : [`${applied} edits applied, ${expected} acknowledged`]
  })
  return [...lost, ...counted]
}

/** Pages that do not show what their company may see now. */
async function stale(companies: readonly Company[], pages: readonly Follower[]): Promise<Follower[]> {
  const expected = new Map<string, string>()
  for (const company of companies) expected.set(company.organisationId, textOf((await pullAll(company)).rows))
  return pages.filter(({ company, rows }) => {
    const held = [...rows.values()].map((text) => ({ row: JSON.parse(text) as { id: string } }))
    return textOf(held) !== expected.get(company.organisationId)
  })
}

function textOf(rows: readonly { row: { id: string } }[]): string {
  return JSON.stringify(rows.map(({ row }) => row).toSorted((left, right) => (left.id < right.id ? -1 : 1)))
}

/** Milliseconds until nobody is stale any more; throws after a minute. */
async function timeToConverge(companies: readonly Company[], pages: readonly Follower[]): Promise<number> {
  const begun = Date.now()
  for (let left = pages; Date.now() - begun < 60_000; await sleep(100)) {
    left = await stale(companies, left)
    if (left.length === 0) return Date.now() - begun
  }
  throw new Error('the pages never came to show the same')
}

it('survive each process killed, the database killed and the bus cut', { timeout: 600_000 }, async () => {
  const companies = await foundCompanies(addresses[0]!, 3)
  for (const company of companies)
    for (let index = 0; index < pagesPerCompany; index++)
      followers.push(new Follower(company, addresses, index, 1_500))
  const writers = companies.flatMap((company) => [
    new Writer(company, addresses),
    new Writer(company, addresses),
  ])
  await expect
    .poll(() => followers.filter(({ isConnected }) => isConnected).length, { timeout: 20_000 })
    .toBe(105)
  let isOver = false
  const streams = writers.map((writer) => writer.stream(() => isOver))
  let cut = 0
  for (let round = 0; round < rounds; round++) {
    for (const index of [0, 1, 2]) {
      await sleep(700)
      await servers[index]!.killHard()
      servers[index] = await start(index)
    }
    await sleep(500)
    await database.killAndRestart()
    await sleep(1_500)
    cut += await cutBus(2_000)
    await sleep(500)
  }
  isOver = true
  await Promise.all(streams)
  const milliseconds = await timeToConverge(companies, followers)
  expect(await faultsOf(companies, writers)).toEqual([])
  // 5 s is what is promised and told here; a machine that is busy with other things must not make it a fault.
  console.info(`All pages showed the same after ${milliseconds} ms.`)
  expect(milliseconds).toBeLessThan(30_000)
  expect(writers.reduce((sum, writer) => sum + writer.repeats, 0)).toBeGreaterThan(rounds)
  for (const writer of writers) expect(writer.acknowledged.length).toBeGreaterThan(0)
  expect(cut).toBeGreaterThan(rounds)
  await expect
    .poll(() => followers.filter(({ isConnected }) => isConnected).length, { timeout: 20_000 })
    .toBe(105)
  expect(Math.min(...followers.map(({ reconnects }) => reconnects))).toBeGreaterThan(0)
  expect(Math.min(...followers.map(({ hints }) => hints))).toBeGreaterThan(0)

  // As an attack on the checks themselves: what is lost, doubled or not shown behind their back must be found.
  const [writer] = writers as [Writer]
  const closed = followers.at(-1)!
  closed.close()
  await new Writer(writer.company, addresses).stream(onceOnly())
  expect(await faultsOf(companies, writers)).toEqual([expect.stringContaining('edits applied')])
  await sleep(4_000)
  expect((await stale(companies, followers)).includes(closed)).toBe(true)
  writer.acknowledged.push('never written')
  expect(await faultsOf(companies, writers)).toContain('acknowledged edit never written is lost')
})

function onceOnly(): () => boolean {
  let times = 0
  return () => times++ > 0
}
