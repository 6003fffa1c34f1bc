// The program is killed while edits stream in: no acknowledged edit is lost, none counts twice.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../invariants/seededRandom.ts'
import { freshDatabase } from '../support/database.ts'
import { newDataFolder, startServer, type TestServer } from '../support/server.ts'
import { Client, faultsOf, type Place, pullAll, signUp } from './clients.ts'

const rounds = process.env.LONG ? 20 : 3
const random = seededRandom(5)
const database = await freshDatabase({ migrated: false })
afterAll(database.close)

/** Streams from four clients, kills, starts again and has them send the rest, `rounds` times; then stops. */
async function surviveKills(
  start: () => Promise<TestServer>,
  kill: (server: TestServer, round: number) => Promise<void>,
) {
  let server = await start()
  const place = await signUp(server.address)
  const clients = Array.from({ length: 4 }, () => new Client(place))
  const faults: string[][] = []
  for (let round = 0; round < rounds; round++) {
    const streams = clients.map((client) =>
      client.stream(
        () => server.address,
        () => false,
      ),
    )
    await sleep(150 + random.below(450))
    await kill(server, round)
    expect(await Promise.all(streams)).toEqual([true, true, true, true])
    server = await start()
    await Promise.all(clients.filter((client) => client.hasOpen).map((client) => client.send(server.address)))
    faults.push(faultsOf(await pullAll(server.address, place), place, clients))
  }
  expect(faults.flat()).toEqual([])
  for (const client of clients) expect(client.acknowledged.size).toBeGreaterThan(rounds)
  return { server, place, clients }
}

/** As an attack on the checks themselves: what is lost or doubled behind their back must be found. */
async function expectChecksToNotice(server: TestServer, place: Place, clients: Client[]) {
  const doubling = new Client(place)
  doubling.compose([{ type: 'map.change', id: place.mapId, fields: { scope: 'once more' } }])
  await doubling.send(server.address)
  expect(faultsOf(await pullAll(server.address, place), place, clients)).toEqual([
    expect.stringContaining('edits applied'),
  ])
  clients[0]!.acknowledged.add('never written')
  expect(faultsOf(await pullAll(server.address, place), place, clients)).toContain(
    'acknowledged edit never written is lost',
  )
}

describe('SIGKILL while edits stream in', { timeout: 600_000 }, () => {
  it.concurrent('loses and doubles nothing with the embedded database, which is killed as well now and then', async () => {
    const dataFolder = newDataFolder()
    const kill = async (server: TestServer, round: number) => {
      const gone = server.killHard()
      // In the same moment, and after it: a program that outlives its database says that something went wrong.
      if (round % 3 === 1) process.kill(databaseProcess(dataFolder), 'SIGKILL')
      await gone
    }
    const { server, place, clients } = await surviveKills(() => startServer({ dataFolder }), kill)
    await expectChecksToNotice(server, place, clients)
    expect(await server.stop()).toBe(0)
  })

  it.concurrent('loses and doubles nothing with an external database', async () => {
    const start = () => startServer({ databaseUrl: database.ownerUrl })
    const { server } = await surviveKills(start, (one) => one.killHard())
    expect(await server.stop()).toBe(0)
  })
})

describe('several instances on one database', { timeout: 120_000 }, () => {
  it('agree, also when the same edits reach both and one of them is killed', async () => {
    const dataFolder = newDataFolder()
    const [one, two] = (await Promise.all([startServer({ dataFolder }), startServer({ dataFolder })])) as [
      TestServer,
      TestServer,
    ]
    const place = await signUp(one.address)
    const clients = Array.from({ length: 4 }, () => new Client(place))
    const until = Date.now() + 800
    const streams = clients.map((client, index) =>
      client.stream(
        () => (index % 2 ? one : two).address,
        () => Date.now() > until,
      ),
    )
    expect(await Promise.all(streams)).toEqual([false, false, false, false])
    for (const client of clients) {
      client.composeNext()
      await Promise.all([client.send(one.address), client.send(two.address)])
    }
    const [fromOne, fromTwo] = await Promise.all([pullAll(one.address, place), pullAll(two.address, place)])
    expect(sorted(fromTwo.rows)).toEqual(sorted(fromOne.rows))
    expect(faultsOf(fromTwo, place, clients)).toEqual([])
    await one.killHard()
    for (const client of clients) client.composeNext()
    await Promise.all(clients.map((client) => client.send(two.address)))
    expect(faultsOf(await pullAll(two.address, place), place, clients)).toEqual([])
    expect(await two.stop()).toBe(0)
  })
})

function databaseProcess(dataFolder: string): number {
  return Number(readFileSync(join(dataFolder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function sorted<Row extends { row: { id: string } }>(rows: Row[]): Row[] {
  return rows.toSorted((left, right) => (left.row.id < right.row.id ? -1 : 1))
}
