import { WebSocket } from 'ws'
import type { Place } from '../crash/clients.ts'

/** The line of somebody's open page, and how often it was told that something has changed. */
export class OpenPage {
  hints = 0
  readonly #socket: WebSocket

  /** @param ecosystemId of the place it shows */
  private constructor(
    readonly ecosystemId: string,
    socket: WebSocket,
  ) {
    this.#socket = socket
    socket.on('message', (data) => {
      if (String(data).includes('"changed"')) this.hints += 1
    })
  }

  static open({ headers, ecosystemId }: Place, address: string): Promise<OpenPage> {
    const organisation = headers['Interlane-Organisation']
    const url = `${address.replace('http', 'ws')}/api/ecosystems/${ecosystemId}/live?organisation=${organisation}`
    const socket = new WebSocket(url, { headers: { Cookie: headers.Cookie } })
    return new Promise((resolve, reject) => {
      socket.once('message', () => resolve(new OpenPage(ecosystemId, socket)))
      socket.once('error', reject)
      socket.once('close', () => reject(new Error('closed')))
    })
  }

  /** Settles with the next thing it is told. */
  told(): Promise<void> {
    return new Promise((resolve) => this.#socket.once('message', () => resolve()))
  }

  close(): void {
    this.#socket.terminate()
  }
}
