/**
 * Times edits and pulls on a real database, beside a plain insert of one row in the same run. Read the ratios: the machine
 * is shared. Run with `npx tsx tests/bench/edits.bench.ts`; DATABASE_URL names a server, else an embedded one is started.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { connect } from '../../api/database/connect.ts'
import { openDoor } from '../../api/database/door.ts'
import { openEmbedded } from '../../api/database/embedded/openEmbedded.ts'
import { prepareDatabase } from '../../api/database/migrate.ts'
import { foundEcosystem } from '../../api/ecosystems/founding.ts'
import { createAcceptEdits } from '../../api/edits/acceptEdits.ts'
import { createPullChanges } from '../../api/edits/changes.ts'
import { createCursors } from '../../api/edits/cursor.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { addOrganisation } from '../support/organisations.ts'

interface Journey {
  viewer: Viewer
  ecosystemId: string
  mapId: string
  laneId: string
  stageId: string
  cardId: string
}

const clients = 16
const seconds = Number(process.env.BENCH_SECONDS ?? 5)

const folder = mkdtempSync(join(tmpdir(), 'interlane-bench-'))
const embedded = process.env.DATABASE_URL ? undefined : await openEmbedded({ dataFolder: folder })
const serverUrl = embedded?.ownerUrl ?? process.env.DATABASE_URL!
const name = `bench_${randomUUID().slice(0, 8)}`
const maintenance = postgres(serverUrl, { max: 1, onnotice: () => {} })
await maintenance.unsafe(`create database ${name}`)
const url = new URL(serverUrl)
url.pathname = `/${name}`
const servingUrl = await prepareDatabase({ privilegedUrl: url.href })
const connection = connect(servingUrl, clients)
const door = openDoor(connection.database)
const accept = createAcceptEdits(door)
const pull = createPullChanges(door, createCursors('bench'))

try {
  await run()
} finally {
  await connection.close()
  await maintenance.unsafe(`drop database ${name} with (force)`)
  await maintenance.end()
  await embedded?.release()
  rmSync(folder, { recursive: true, force: true })
}

async function run() {
  const owner = postgres(url.href, { max: clients, onnotice: () => {} })
  await owner`create table plain (id uuid primary key, text text)`
  const plain = () => owner`insert into plain values (${randomUUID()}, 'a row')`
  const hot = await openJourney(50)
  const many = await Promise.all(Array.from({ length: 50 }, () => openJourney(10)))
  const large = await openJourney(5_000)
  const some = () => many[Math.floor(Math.random() * many.length)]!

  const base = await time('plain insert of one row', plain)
  const measured = [
    base,
    await time('change a name, one hot map', () => edit(hot, rename(hot))),
    await time('change a name, 50 maps', () => {
      const journey = some()
      return edit(journey, rename(journey))
    }),
    await time('add a touchpoint, 50 maps', () => {
      const journey = some()
      return edit(journey, addCard(journey))
    }),
    await time('change a name, alone', () => edit(hot, rename(hot)), 1),
    await time('pull since a cursor, alone', await follow(large), 1),
    await time('pull of 5,000 rows, alone', () => pull(large.viewer, large.ecosystemId), 1),
  ]
  const alone = await time('plain insert, alone', plain, 1)
  console.table(
    [alone, ...measured].map(({ what, rate, p50, p95 }) => ({
      '': what,
      'per second': Math.round(rate),
      'p50 ms': p50.toFixed(2),
      'p95 ms': p95.toFixed(2),
      'cost in plain inserts': (alone.p50 === 0
        ? 0
        : p50 / (what.endsWith('alone') ? alone.p50 : base.p50)
      ).toFixed(1),
    })),
  )
  await owner.end()
}

/** Runs `work` over and over from several clients; times in milliseconds. */
async function time(what: string, work: () => Promise<unknown>, callers = clients) {
  const until = performance.now() + seconds * 1_000
  const times: number[] = []
  const begun = performance.now()
  const caller = async () => {
    while (performance.now() < until) {
      const started = performance.now()
      await work()
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const rate = (times.length * 1_000) / (performance.now() - begun)
  times.sort((left, right) => left - right)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { what, rate, p50: at(0.5), p95: at(0.95) }
}

async function openJourney(cards: number): Promise<Journey> {
  const viewer = await addOrganisation(door, 'Insurer')
  const ecosystemId = await foundEcosystem(accept, viewer, { name: 'Cover', goal: '' })
  const [mapId, laneId, stageId, partyId, cardId] = Array.from(
    { length: 5 },
    () => randomUUID() as string,
  ) as Five
  const journey: Journey = { viewer, ecosystemId, mapId, laneId, stageId, cardId }
  await edit(journey, [
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Map', rank: 'a0' },
    { type: 'party.add', id: partyId, name: 'Insurer', kind: 'producer', held: true },
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Buy', rank: 'a0' },
    { type: 'touchpoint.add', id: cardId, laneId, stageId, rank: 'a0', name: 'First' },
    ...Array.from({ length: cards }, () => addCard(journey)).flat(),
  ])
  return journey
}

type Five = [string, string, string, string, string]

async function edit({ viewer, ecosystemId }: Journey, actions: ActionInput[]) {
  const submitted = { clientId: randomUUID(), number: 1, version: 1, actions }
  const [answer] = await accept(viewer, ecosystemId, [submitted])
  if (!answer?.accepted) throw new Error(JSON.stringify(answer))
}

function rename({ cardId }: Journey): ActionInput[] {
  return [{ type: 'touchpoint.change', id: cardId, fields: { name: randomUUID() } }]
}

function addCard({ laneId, stageId }: Journey): ActionInput[] {
  return [{ type: 'touchpoint.add', id: randomUUID(), laneId, stageId, rank: 'a1', name: 'A touchpoint' }]
}

/** Pulls what one edit changed, each time. */
async function follow(journey: Journey) {
  let { cursor } = await pull(journey.viewer, journey.ecosystemId)
  return async () => {
    await edit(journey, rename(journey))
    cursor = (await pull(journey.viewer, journey.ecosystemId, cursor)).cursor
  }
}
