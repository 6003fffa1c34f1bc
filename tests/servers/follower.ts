import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { ChangesResponse } from '../../shared/edits/exchange.ts'
import type { Company } from './places.ts'

/** An open page: a socket to one of the instances, and rows that are pulled when it says so, and now and then without. */
export class Follower {
  readonly rows = new Map<string, string>()
  hints = 0
  reconnects = -1
  /** When it last took in a change. */
  changedAt = 0
  #cursor: string | undefined
  #socket: WebSocket | undefined
  #instance: number
  #isClosed = false
  #wanted = true

  constructor(
    readonly company: Company,
    readonly addresses: readonly string[],
    instance: number,
    /** Between two pulls at least, so that a hundred pages fit one machine. */
    readonly paceMilliseconds: number,
  ) {
    this.#instance = instance
    this.#connect()
    void this.#follow()
  }

  get isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  close(): void {
    this.#isClosed = true
    this.#socket?.terminate()
  }

  /** What a pull would bring, which nobody takes in. */
  async ask(): Promise<ChangesResponse> {
    const { headers, ecosystemId } = this.company
    const query = this.#cursor === undefined ? '' : `?cursor=${this.#cursor}`
    const address = this.addresses[this.#instance % this.addresses.length]!
    const response = await fetch(`${address}/api/ecosystems/${ecosystemId}/changes${query}`, {
      // As patient as a page: asking again sooner would only have a busy server answer twice.
      ...{ headers, signal: AbortSignal.timeout(30_000) },
    })
    if (!response.ok) throw new Error(`${response.status}`)
    return (await response.json()) as ChangesResponse
  }

  /** One pull from whichever instance answers. */
  async #pull(): Promise<boolean> {
    try {
      const changes = await this.ask()
      if (this.#isClosed) return false
      this.#cursor = changes.cursor
      if (changes.reset) this.rows.clear()
      for (const { row } of changes.rows) this.rows.set(row.id, JSON.stringify(row))
      for (const { id } of changes.gone) this.rows.delete(id)
      if (changes.rows.length + changes.gone.length > 0) this.changedAt = performance.now()
      return true
    } catch {
      this.#instance += 1
      return false
    }
  }

  async #follow(): Promise<void> {
    let waited = 0
    // A hundred people do not ask at the same moment.
    await sleep(Math.random() * this.paceMilliseconds)
    for (;;) {
      await sleep(this.paceMilliseconds)
      if (this.#isClosed) return
      waited += 1
      if (!this.#wanted && waited < 2) continue
      waited = 0
      this.#wanted = false
      if (!(await this.#pull())) this.#wanted = true
    }
  }

  #connect(): void {
    if (this.#isClosed) return
    const { headers, ecosystemId, organisationId } = this.company
    const address = this.addresses[this.#instance % this.addresses.length]!
    const url = `${address.replace('http', 'ws')}/api/ecosystems/${ecosystemId}/live?organisation=${organisationId}`
    const socket = new WebSocket(url, { headers: { Cookie: headers.Cookie } })
    this.#socket = socket
    socket.on('open', () => {
      this.reconnects += 1
    })
    socket.on('message', () => {
      this.hints += 1
      this.#wanted = true
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      this.#instance += 1
      // As the line of a page does: many that were cut off together do not come back together.
      setTimeout(() => this.#connect(), 500 + Math.random() * 500).unref()
    })
  }
}
