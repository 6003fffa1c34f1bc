// The program is killed while edits stream in: what it acknowledged is there once, what it did not can be sent again.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { EditsResponse, VisibleRow } from '../../shared/edits/exchange.ts'
import { freshDatabase } from '../support/database.ts'
import { type HttpClient, signUpOverHttp } from '../support/httpClient.ts'
import { newDataFolder, startServer } from '../support/server.ts'

const crashes = process.env.LONG === '1' ? 20 : 3
const writers = 4
const database = await freshDatabase({ migrated: false })
afterAll(database.close)

test(`no acknowledged edit is lost or doubled over ${crashes} kills on the embedded database`, async () => {
  await storm({ dataFolder: newDataFolder() })
}, 300_000)

test(`no acknowledged edit is lost or doubled over ${crashes} kills on an external database`, async () => {
  await storm({ databaseUrl: database.ownerUrl })
}, 300_000)

async function storm(place: { dataFolder?: string; databaseUrl?: string }) {
  let server = await startServer(place)
  const client = await signUpOverHttp(server.address, 'Fernhill')
  const scene = await drawScene(client)
  const streams = Array.from({ length: writers }, () => new Stream(client, scene))
  for (const stream of streams) await stream.begin()
  for (let crash = 0; crash < crashes; crash++) {
    const enough = acknowledgedBy(streams) + 5 * writers
    const streaming = streams.map((stream) => stream.run())
    while (acknowledgedBy(streams) < enough) await sleep(5)
    await sleep(Math.random() * 100)
    await server.killHard()
    await Promise.all(streaming)
    server = await startServer({ ...place, port: server.port })
    for (const stream of streams) await stream.sendAgain()
    const { rows } = await client.send<{ rows: VisibleRow[] }>('GET', `/api/maps/${scene.mapId}`)
    const names = new Map(
      rows.flatMap(({ kind, row }) => (kind === 'touchpoint' ? [[row.id, row.name]] : [])),
    )
    expect([...names.keys()].sort()).toEqual(streams.flatMap((stream) => stream.cards).sort())
    for (const stream of streams) expect(names.get(stream.counter)).toBe(stream.told)
  }
  expect(await server.stop()).toBe(0)
}

function acknowledgedBy(streams: Stream[]): number {
  return streams.reduce((sum, stream) => sum + stream.acknowledged, 0)
}

interface Scene {
  ecosystemId: string
  mapId: string
  laneId: string
  stageId: string
}

/** One writer: every edit adds a card and counts up the name of the writer's first card. */
class Stream {
  readonly counter = randomUUID()
  readonly cards = [this.counter]
  acknowledged = 0
  told = 'says 1'
  private readonly clientId = randomUUID()
  private number = 1
  private unanswered: ActionInput[] = []

  constructor(
    private readonly client: HttpClient,
    private readonly scene: Scene,
  ) {}

  async begin() {
    await this.submit([this.card(this.counter, this.told)])
  }

  /** Sends one edit after the other until the program no longer answers. */
  async run() {
    try {
      for (;;) {
        const id = randomUUID()
        this.told = `says ${this.number}`
        this.cards.push(id)
        await this.submit([
          this.card(id, 'Asks'),
          { type: 'touchpoint.change', id: this.counter, fields: { name: this.told } },
        ])
      }
    } catch (error) {
      // Only silence ends a stream; a refusal is a failure of the test.
      if (!(error instanceof TypeError)) throw error
    }
  }

  /** The edit that was under way may or may not have been accepted: the same number makes it true exactly once. */
  async sendAgain() {
    await this.submit(this.unanswered)
  }

  private async submit(actions: ActionInput[]) {
    this.unanswered = actions
    const { clientId, number } = this
    const edits = [{ clientId, number, version: 1, actions }]
    const path = `/api/ecosystems/${this.scene.ecosystemId}/edits`
    const { answers } = await this.client.send<EditsResponse>('POST', path, { edits })
    expect(answers).toEqual([{ clientId, number, accepted: true }])
    this.number++
    this.acknowledged++
  }

  private card(id: string, name: string): ActionInput {
    const { laneId, stageId } = this.scene
    return { type: 'touchpoint.add', id, laneId, stageId, name, kind: 'action', rank: 'a0' }
  }
}

async function drawScene(client: HttpClient): Promise<Scene> {
  const { id: ecosystemId } = await client.send<{ id: string }>('POST', '/api/ecosystems', { name: 'Cover' })
  const [mapId, partyId, laneId, stageId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const actions: ActionInput[] = [
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Flood cover', rank: 'a0' },
    { type: 'party.add', id: partyId, name: 'Fernhill', kind: 'producer', tier: 1, held: true },
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Need', rank: 'a0' },
  ]
  const edits = [{ clientId: randomUUID(), number: 1, version: 1, actions }]
  const { answers } = await client.send<EditsResponse>('POST', `/api/ecosystems/${ecosystemId}/edits`, {
    edits,
  })
  expect(answers[0]).toMatchObject({ accepted: true })
  return { ecosystemId, mapId, laneId, stageId }
}
