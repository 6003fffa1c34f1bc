import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import { mostBytesFromBrowser } from '../../shared/live/messages.ts'
import type { Config } from '../config.ts'
import { isLoopback } from '../loopback.ts'
import { StartRefusal } from '../startRefusal.ts'

type Place = Pick<Config, 'host' | 'port'>
type Answer = (request: Request, environment: object) => Response | Promise<Response>

/** How long requests under way may take once the program was told to stop. */
const drainMilliseconds = 10_000
const farewellMilliseconds = 1_000

/** Serves `answer` over HTTP, and where it upgrades a connection over WebSocket; `drain` takes no new requests, waits for those under way, then closes. */
export async function listen(
  answer: Answer,
  place: Place,
): Promise<{ address: string; drain(): Promise<void> }> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostBytesFromBrowser })
  const server = createAdaptorServer({
    fetch: answer,
    createServer,
    websocket: { server: sockets },
  }) as Server
  const { port } = await bind(server, place)
  const name = isLoopback(place.host) || isWildcard(place.host) ? 'localhost' : place.host
  return { address: `http://${name}:${port}`, drain: () => drain(server, sockets) }
}

/** Refuses early, before the database is touched, when the port cannot be had. */
export async function refuseBusyPort(place: Place): Promise<void> {
  if (place.port === 0) return
  const probe = createServer()
  await bind(probe, place)
  await new Promise((resolve) => probe.close(resolve))
}

function bind(server: Server, place: Place): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, place)))
    server.listen(place.port, place.host, () => resolve(server.address() as AddressInfo))
  })
}

function explain(error: NodeJS.ErrnoException, { host, port }: Place): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartRefusal(
      `Port ${port} on ${host} is in use by another program: stop it, or set PORT to a free one.`,
    )
  }
  if (error.code === 'EACCES') {
    return new StartRefusal(`Port ${port} may not be used by this user: set PORT to 1024 or higher.`)
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new StartRefusal(`HOST ${host} is no address of this computer: set HOST to 127.0.0.1 or 0.0.0.0.`)
  }
  return error
}

/** Sockets are asked to go before; one that has not is cut off, as `server.close` would wait for it. */
function drain(server: Server, sockets: WebSocketServer): Promise<void> {
  setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate()
  }, farewellMilliseconds)
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), drainMilliseconds)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}
