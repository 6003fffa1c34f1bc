// The same as propagation.ts through a Yjs relay: the yardstick.
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Propagation } from './propagation.ts'
import { soon } from './required.ts'
import { summarise } from './table.ts'

export async function propagationOfYjs(sockets: number, seconds: number): Promise<Propagation> {
  const relay = fork(new URL('./yjsRelay.bench.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  const { port } = await ask<{ port: number }>(relay)
  const url = `ws://127.0.0.1:${port}`
  const idle: WebSocket[] = []
  const [writer, reader] = [openDocument(url), openDocument(url)]
  await soon('the documents of the relay', Promise.all([writer.ready, reader.ready]))
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
    await soon('an edit through the relay', arrived)
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
