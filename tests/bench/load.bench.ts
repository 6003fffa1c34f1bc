/**
 * `npm run bench`: the program under load, over HTTP and sockets, beside a Yjs relay in the same run. The machine is shared
 * with the load itself, so read the ratios. BENCH_SECONDS (5) is the length of each measurement, BENCH_SOCKETS (1000) how many
 * pages are open.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { Client, foundPlace, type Place, signUp } from '../crash/clients.ts'
import { withColleagues } from './colleagues.ts'
import { type Instance, memoryOf, startInstances, stop } from './program.ts'
import { callers, showTimes, summarise, type Times } from './table.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const sockets = Number(process.env.BENCH_SOCKETS ?? 1_000)
const editors = 50
const pagesPerPerson = 40

const folder = mkdtempSync(join(tmpdir(), 'interlane-bench-'))
const instances = await startInstances(2, folder)
const addresses = instances.map(({ address }) => address)
try {
  showTimes([...(await loadOfEdits()), ...(await loadOfPulls())])
  const [ours, theirs] = [await propagationHere(), await propagationOfYjs()]
  showTimes([ours.times, ours.afterAcknowledgement, theirs.times])
  console.table(
    [ours, theirs].map(({ times, memory, bytesPerEdit }) => ({
      '': times.what,
      'memory MB': Math.round(memory / 1e6),
      'bytes to each reader per edit': Math.round(bytesPerEdit),
    })),
  )
} finally {
  await Promise.all(instances.map(stop))
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

interface Compared {
  times: Times
  memory: number
  bytesPerEdit: number
}

function addressFor(index: number): string {
  return addresses[index % addresses.length]!
}

/** One edit of a map's scope, again while the server asks to wait. */
async function rename(place: Place, address: string): Promise<void> {
  const actions = [{ type: 'map.change', id: place.mapId, fields: { scope: randomUUID() } }]
  const edit = { clientId: randomUUID(), number: 1, version: 1, actions }
  for (;;) {
    const response = await fetch(`${address}/api/ecosystems/${place.ecosystemId}/edits`, {
      ...{ method: 'POST', headers: place.headers, body: JSON.stringify({ edits: [edit] }) },
    })
    await response.arrayBuffer()
    if (response.ok) return
    if (response.status !== 429) throw new Error(`${response.status}`)
    await sleep(Number(response.headers.get('Retry-After') ?? 1) * 1_000)
  }
}

async function loadOfEdits(): Promise<Times[]> {
  const hot = await signUp(addressFor(0))
  const places: Place[] = []
  for (let index = 0; index < 200; index++) places.push(await foundPlace(addressFor(index), hot.headers))
  const people = await withColleagues(addressFor(0), hot, editors)
  const one = await callers(editors, seconds, (index) => rename(people[index]!, addressFor(index)))
  let turn = 0
  const many = await callers(editors, seconds, (index) => {
    const { headers } = people[index]!
    return rename({ ...places[turn++ % 200]!, headers }, addressFor(index))
  })
  return [
    summarise(`edits of ${editors} editors on one map, acknowledged`, one, seconds),
    summarise(`edits of ${editors} editors over 200 maps, acknowledged`, many, seconds),
  ]
}

async function loadOfPulls(): Promise<Times[]> {
  const place = await signUp(addressFor(0))
  const { mapId } = place
  const client = new Client(place)
  for (let row = 0; row < 5_000; row += 500) {
    const added = Array.from({ length: 500 }, () => ({
      type: 'stage.add',
      id: randomUUID(),
      mapId,
      name: 'Stage',
      rank: 'a0',
    }))
    client.compose(added)
    await client.send(addressFor(0))
  }
  const pull = async () => {
    const response = await fetch(`${addressFor(0)}/api/ecosystems/${place.ecosystemId}/changes`, place)
    await response.arrayBuffer()
  }
  return [
    summarise('pull of a map of 5,000 rows, one after the other', await callers(1, seconds, pull), seconds),
  ]
}

/** From the moment one person sends an edit to the moment another's page, on the other instance, holds it. */
async function propagationHere(): Promise<Compared & { afterAcknowledgement: Times }> {
  const people: Place[] = []
  while (people.length * pagesPerPerson < sockets)
    people.push(await signUp(addressFor(0), `10.0.0.${people.length + 1}`))
  const open: WebSocket[] = []
  for (const [index, place] of people.entries())
    for (let page = 0; page < pagesPerPerson && open.length < sockets; page++)
      open.push(await listen(place, addressFor(index + page)))
  const [place, other] = (await withColleagues(addressFor(0), people[0]!, 2)) as [Place, Place]
  const base = `${addressFor(1)}/api/ecosystems/${place.ecosystemId}/changes`
  const reader = await listen(other, addressFor(1))
  let { cursor } = (await (await fetch(base, other)).json()) as { cursor: string }
  const times: number[] = []
  const sinceAcknowledged: number[] = []
  let bytes = 0
  for (const until = performance.now() + seconds * 1_000; performance.now() < until; ) {
    const started = performance.now()
    const hinted = new Promise<void>((resolve) => reader.once('message', () => resolve()))
    await rename(place, addressFor(0))
    const acknowledged = performance.now()
    await Promise.race([hinted, sleep(1_000)])
    for (let arrived = false; !arrived; ) {
      const text = await (await fetch(`${base}?cursor=${cursor}`, other)).text()
      const changes = JSON.parse(text) as { cursor: string; rows: unknown[] }
      cursor = changes.cursor
      arrived = changes.rows.length > 0
      bytes += text.length
    }
    times.push(performance.now() - started)
    sinceAcknowledged.push(performance.now() - acknowledged)
  }
  const memory = instances.reduce((sum, instance: Instance) => sum + memoryOf(instance.child), 0)
  for (const socket of [...open, reader]) socket.terminate()
  const what = `Interlane: an edit on another's page, ${open.length} pages on two instances`
  const afterAcknowledgement = summarise('of which after the acknowledgement', sinceAcknowledged, seconds)
  const bytesPerEdit = bytes / times.length
  return { times: summarise(what, times, seconds), afterAcknowledgement, memory, bytesPerEdit }
}

function listen({ headers, ecosystemId }: Place, address: string): Promise<WebSocket> {
  const organisation = headers['Interlane-Organisation']
  const url = `${address.replace('http', 'ws')}/api/ecosystems/${ecosystemId}/live?organisation=${organisation}`
  const socket = new WebSocket(url, { headers: { Cookie: headers.Cookie } })
  return new Promise((resolve, reject) => {
    socket.once('message', () => resolve(socket))
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed')))
  })
}

async function propagationOfYjs(): Promise<Compared> {
  const relay = fork(new URL('./yjsRelay.bench.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  const { port } = await ask<{ port: number }>(relay)
  const url = `ws://127.0.0.1:${port}`
  const idle: WebSocket[] = []
  const [writer, reader] = [openDocument(url), openDocument(url)]
  await Promise.all([writer.ready, reader.ready])
  for (let index = 2; index < sockets; index++) idle.push(await openIdle(url))
  const times: number[] = []
  let bytes = 0
  reader.document.on('update', (update: Uint8Array) => {
    bytes += update.byteLength
  })
  for (const until = performance.now() + seconds * 1_000; performance.now() < until; ) {
    const started = performance.now()
    const arrived = new Promise<void>((resolve) => reader.document.once('update', () => resolve()))
    writer.document.getMap('map').set('scope', randomUUID())
    await arrived
    times.push(performance.now() - started)
  }
  relay.send('memory')
  const { memory } = await ask<{ memory: number }>(relay)
  for (const socket of idle) socket.terminate()
  for (const one of [writer, reader]) one.provider.destroy()
  relay.kill('SIGKILL')
  const what = `Yjs relay: an edit on another's page, ${idle.length + 2} sockets on one process`
  return { times: summarise(what, times, seconds), memory, bytesPerEdit: bytes / times.length }
}

function openDocument(url: string) {
  const document = new Y.Doc()
  const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
  const provider = new HocuspocusProvider({ websocketProvider, name: 'map', document })
  provider.attach()
  const ready = new Promise<void>((resolve) => provider.on('synced', () => resolve()))
  return { document, provider, ready }
}

function openIdle(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url)
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })
}

function ask<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve) => child.once('message', (answer) => resolve(answer as Answer)))
}
