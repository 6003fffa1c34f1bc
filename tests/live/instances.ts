// Instances of the program in one process, on one database, each with its own address; and people at them.
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { createApp } from '../../api/app.ts'
import { readConfig } from '../../api/config.ts'
import { connect } from '../../api/database/connect.ts'
import type { Bus } from '../../api/live/bus/bus.ts'
import { openPostgresBus } from '../../api/live/bus/postgresBus.ts'
import { createLog } from '../../api/log.ts'
import { noMailer } from '../../api/mail/mailer.ts'
import { createServices } from '../../api/services.ts'
import { listen } from '../../api/site/listen.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import {
  type FromServer,
  fromServer,
  nowhere,
  type PresentPerson,
  type Whereabouts,
} from '../../shared/live/messages.ts'
import type { TestDatabase } from '../support/database.ts'

export type LiveInstance = Awaited<ReturnType<typeof openLiveInstance>>

/**
 * @param wrap puts something between the instance and its bus, such as a loss
 * @param openBus another bus than the one through the database
 */
export async function openLiveInstance(
  database: Pick<TestDatabase, 'servingUrl'>,
  wrap: (bus: Bus) => Bus = (bus) => bus,
  openBus: () => Promise<Bus> = () => openPostgresBus(database.servingUrl),
) {
  const connection = connect(database.servingUrl, 5)
  const log = createLog()
  const bus = wrap(await openBus())
  const publicUrl = () => 'http://localhost:3000'
  const services = await createServices({ connection, mailer: noMailer, log, publicUrl, demo: false, bus })
  const config = readConfig({ DEMO: 'off', PORT: '0' })
  const readiness = { isDraining: () => false, askDatabase: () => connection.sql`select 1` }
  const app = createApp({ config, log, readiness, services, webFolder: 'dist/web' })
  const server = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  return {
    ...{ services, bus },
    address: server.address.replace('localhost', '127.0.0.1'),
    door: services.door,
    accept: services.acceptEdits,
    pull: services.pullChanges,
    /** Signs somebody in and opens the line of one page of theirs. */
    async line(viewer: Viewer, ecosystemId: string): Promise<TestLine> {
      const cookie = await signIn(services, viewer)
      const line = dial(server.address, viewer, ecosystemId, { Cookie: cookie })
      await line.hears(({ type }) => type === 'ready')
      return line
    },
    signIn: (viewer: Viewer) => signIn(services, viewer),
    async close() {
      await services.live.close()
      await server.drain()
      await connection.close()
    },
  }
}

async function signIn(
  { accounts }: Awaited<ReturnType<typeof createServices>>,
  { personId }: Viewer,
): Promise<string> {
  const { token } = await accounts.door.asSystem('test', (tx) =>
    accounts.sessions.open(tx, { personId, device: 'test' }),
  )
  return `interlane=${token}`
}

export interface TestLine {
  socket: WebSocket
  heard: { message: FromServer; at: number }[]
  /** People shown right now. */
  present(): PresentPerson[]
  is(at: Partial<Whereabouts>): void
  /** Waits for a message, also one that came before. */
  hears(wanted: (message: FromServer) => boolean, within?: number): Promise<FromServer>
  /** Waits until who is there looks like this. */
  sees(wanted: (people: PresentPerson[]) => boolean, within?: number): Promise<void>
  closed: Promise<{ code: number; at: number }>
  close(): void
}

export function dial(
  address: string,
  { organisationId }: Pick<Viewer, 'organisationId'>,
  ecosystemId: string,
  headers: Record<string, string>,
  person?: string,
): TestLine {
  const named = person ? `&person=${person}` : ''
  const url = `${address.replace('http', 'ws')}/api/ecosystems/${ecosystemId}/live?organisation=${organisationId}${named}`
  const socket = new WebSocket(url, { headers })
  const heard: TestLine['heard'] = []
  const people = new Map<string, PresentPerson>()
  socket.on('message', (data) => {
    const message = fromServer.parse(JSON.parse(String(data)))
    heard.push({ message, at: performance.now() })
    if (message.type !== 'present') return
    for (const person of message.people) people.set(person.id, person)
    for (const id of message.gone) people.delete(id)
  })
  const closed = new Promise<{ code: number; at: number }>((resolve) => {
    socket.on('close', (code) => resolve({ code, at: performance.now() }))
    socket.on('unexpected-response', (_request, response) => {
      resolve({ code: response.statusCode ?? 0, at: performance.now() })
      socket.terminate()
    })
    socket.on('error', () => {})
  })
  return {
    ...{ socket, heard, closed },
    present: () => [...people.values()],
    is: (at) => socket.send(JSON.stringify({ type: 'at', at: { ...nowhere, ...at } })),
    async hears(wanted, within = 5_000) {
      await until(() => heard.some(({ message }) => wanted(message)), within)
      return heard.find(({ message }) => wanted(message))!.message
    },
    sees: (wanted, within = 5_000) => until(() => wanted([...people.values()]), within),
    close: () => socket.close(),
  }
}

export async function until(isSo: () => boolean, within = 5_000): Promise<void> {
  const end = performance.now() + within
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`was not so within ${within} ms`)
    await sleep(5)
  }
}
