// The line on which the server says when to pull and who else is there. Without it everything goes on by asking.

import {
  closing,
  type FromServer,
  fromServer,
  nowhere,
  type PresentPerson,
  type Whereabouts,
} from '../../shared/live/messages.ts'
import { Asking, type AskWhoIsThere } from './asking.ts'

export interface LineEvents {
  /** Something may have changed: a pull now may bring it. */
  onHint(): void
  onOpen(isOpen: boolean): void
  /** What one is called to look at may be different now. */
  onNews?(): void
}

const sayingMilliseconds = 100
const lingerMilliseconds = 1_000
const patienceMilliseconds = 10_000
const mostBetweenTries = 30_000

/** Open while anybody listens; tries again by itself, less often each time, and says nothing on screen of it. */
export class LiveLine {
  readonly #address: string
  readonly #asking: Asking
  readonly #listeners = new Set<LineEvents>()
  readonly #watchers = new Set<() => void>()
  #socket: WebSocket | null = null
  #isReady = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #parting: ReturnType<typeof setTimeout> | undefined
  #saying: ReturnType<typeof setTimeout> | undefined
  #at: Whereabouts = nowhere
  #saidText = ''
  #saidAt = 0
  #people: readonly PresentPerson[] = []

  /** @param ask what is asked instead while no line opens */
  constructor(address: string, ask: AskWhoIsThere) {
    this.#address = address
    this.#asking = new Asking(ask, (people) => this.#setPeople(people))
  }

  /** @returns what ends it; the line closes a moment after the last one, as the next page may want it at once */
  listen(events: LineEvents): () => void {
    this.#listeners.add(events)
    clearTimeout(this.#parting)
    if (this.#isReady) events.onOpen(true)
    if (!this.#socket && this.#listeners.size === 1) this.#connect()
    window.addEventListener('online', this.#tryNow)
    window.addEventListener('pagehide', this.#leave)
    document.addEventListener('visibilitychange', this.#tryNow)
    return () => {
      this.#listeners.delete(events)
      if (this.#listeners.size > 0) return
      window.removeEventListener('online', this.#tryNow)
      window.removeEventListener('pagehide', this.#leave)
      document.removeEventListener('visibilitychange', this.#tryNow)
      this.#parting = setTimeout(() => this.#end(), lingerMilliseconds)
    }
  }

  /** Where this page is; the latest is said again whenever the line opens. */
  say(at: Whereabouts): void {
    this.#at = at
    this.#asking.say(at)
    if (!this.#isReady || this.#saying !== undefined) return
    const wait = Math.max(0, this.#saidAt + sayingMilliseconds - Date.now())
    this.#saying = setTimeout(() => this.#sayNow(), wait)
  }

  /** Who else is on the map this page shows; the same list until somebody comes, goes or moves. */
  readonly people = (): readonly PresentPerson[] => this.#people

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  #connect(): void {
    clearTimeout(this.#timer)
    this.#asking.begin()
    const socket = new WebSocket(this.#address)
    this.#socket = socket
    const impatience = setTimeout(() => socket.close(), patienceMilliseconds)
    socket.onmessage = ({ data }) => {
      const message = readMessage(String(data))
      if (message?.type === 'ready') clearTimeout(impatience)
      if (message && socket === this.#socket) this.#hear(message)
    }
    socket.onclose = ({ code }) => {
      clearTimeout(impatience)
      if (socket === this.#socket) this.#lose(code)
    }
  }

  #hear(message: FromServer): void {
    if (message.type === 'present') {
      this.#meet(message.people, message.gone)
      return
    }
    if (message.type === 'ready') {
      this.#isReady = true
      this.#asking.end()
      this.#failures = 0
      this.#saidText = ''
      this.#sayNow()
      for (const { onOpen } of this.#listeners) onOpen(true)
    }
    for (const { onHint, onNews } of this.#listeners) {
      if (message.type !== 'news') onHint()
      // What one was called to while the line was shut was not said.
      if (message.type !== 'changed') onNews?.()
    }
  }

  #meet(people: readonly PresentPerson[], gone: readonly string[]): void {
    const known = new Map(this.#people.map((person) => [person.id, person]))
    for (const id of gone) known.delete(id)
    for (const person of people) known.set(person.id, person)
    this.#setPeople([...known.values()])
  }

  #setPeople(people: readonly PresentPerson[]): void {
    if (people.length + this.#people.length === 0) return
    this.#people = people
    for (const watcher of this.#watchers) watcher()
  }

  #lose(code: number): void {
    const wasReady = this.#isReady
    this.#socket = null
    this.#isReady = false
    if (wasReady) this.#setPeople([])
    if (this.#listeners.size === 0) return
    const isOver: boolean = lost.has(code)
    if (isOver) this.#asking.end()
    this.#failures = isOver ? 5 : this.#failures + 1
    const most = Math.min(mostBetweenTries, 500 * 2 ** this.#failures)
    // Many that were cut off together do not come back together.
    this.#timer = setTimeout(() => this.#connect(), most * (0.5 + Math.random() / 2))
    if (!wasReady) return
    for (const { onOpen, onHint } of this.#listeners) {
      onOpen(false)
      // The answer to a pull says why.
      onHint()
    }
  }

  readonly #tryNow = () => {
    if (document.visibilityState === 'hidden' || this.#socket || this.#listeners.size === 0) return
    this.#connect()
  }

  /** A page that a browser keeps for going back would stay among those on the map; shown again, it comes back by itself. */
  readonly #leave = () => this.#socket?.close()

  #sayNow(): void {
    clearTimeout(this.#saying)
    this.#saying = undefined
    const text = JSON.stringify({ type: 'at', at: this.#at })
    if (text === this.#saidText || this.#socket?.readyState !== WebSocket.OPEN) return
    this.#saidText = text
    this.#saidAt = Date.now()
    this.#socket.send(text)
  }

  #end(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#saying)
    this.#saying = undefined
    const socket = this.#socket
    this.#socket = null
    this.#isReady = false
    this.#asking.end()
    socket?.close()
    this.#setPeople([])
  }
}

/** Coming back at once would help nobody. */
const lost = new Set<number>([closing.notSignedIn, closing.notThere, closing.tooMany])

function readMessage(text: string): FromServer | undefined {
  try {
    return fromServer.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
