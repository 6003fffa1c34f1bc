// The same as propagation.ts through two Yjs relays, each page in a document as each of ours is in an ecosystem: the yardstick.
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type Propagation, pagesPerPerson } from './propagation.ts'
import { soon } from './required.ts'
import { summarise } from './table.ts'

export async function propagationOfYjs(sockets: number, seconds: number): Promise<Propagation> {
  const first = await openRelay()
  const second = await openRelay(first.url)
  const relays = [first, second]
  const pages: Page[] = []
  for (let index = 0; index < sockets; index++) {
    const person = Math.floor(index / pagesPerPerson)
    const page = openPage(relays[(person + index) % 2]!.url, `map ${person}`)
    await soon('a page of the relay', page.ready)
    pages.push(page)
  }
  const [writer, reader] = [openPage(first.url, 'map 0'), openPage(second.url, 'map 0')]
  await soon('the documents of the relays', Promise.all([writer.ready, reader.ready]))
  const times: number[] = []
  let bytes = 0
  reader.document.on('update', (update: Uint8Array) => {
    bytes += update.byteLength
  })
  for (const until = performance.now() + seconds * 1_000; performance.now() < until; ) {
    const started = performance.now()
    const arrived = new Promise<void>((resolve) => reader.document.once('update', () => resolve()))
    writer.document.getMap('map').set('scope', randomUUID())
    await soon('an edit through the relays', arrived)
    times.push(performance.now() - started)
  }
  let memory = 0
  for (const { process } of relays) {
    process.send('memory')
    memory += (await ask<{ memory: number }>(process)).memory
  }
  for (const page of [...pages, writer, reader]) page.close()
  for (const { process } of relays) process.kill('SIGKILL')
  const what = `Yjs relay: an edit on another's page, ${pages.length} pages on two processes`
  return { times: summarise(what, times, seconds), memory, bytesPerEdit: bytes / times.length }
}

/** @param first a relay whose documents this one is to have too */
async function openRelay(first?: string) {
  const words = first === undefined ? [] : [first]
  const process = fork(new URL('./yjsRelay.bench.ts', import.meta.url), words, {
    execArgv: ['--import', 'tsx'],
  })
  const { port } = await ask<{ port: number }>(process)
  return { process, url: `ws://127.0.0.1:${port}` }
}

interface Page {
  document: Y.Doc
  ready: Promise<void>
  close(): void
}

function openPage(url: string, name: string): Page {
  const document = new Y.Doc()
  const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
  const provider = new HocuspocusProvider({ websocketProvider, name, document })
  provider.attach()
  const ready = new Promise<void>((resolve) => provider.on('synced', () => resolve()))
  const close = () => {
    provider.destroy()
    websocketProvider.destroy()
  }
  return { document, ready, close }
}

function ask<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve) => child.once('message', (answer) => resolve(answer as Answer)))
}
