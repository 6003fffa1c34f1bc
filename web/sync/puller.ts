import type { ChangesResponse } from '../../shared/edits/exchange.ts'
import { ApiFailure } from '../api/client.ts'
import { isServerThere, waitAskedFor } from './editQueue.ts'
import type { Exchange } from './exchange.ts'
import type { Received } from './shownRows.ts'

export interface Pulled extends Received {
  organisations: ChangesResponse['organisations']
}

export interface PullEvents {
  /** A pull begins: it will hold everything the server has answered until now. */
  onStart(): void
  onPulled(pulled: Pulled): void
  onReach(reached: boolean, problem: unknown): void
}

const visibleMilliseconds = 1_000
/** While the server says when there is something. */
const listeningMilliseconds = 10_000
const hiddenMilliseconds = 20_000
/** What an own edit changed is told of as well: the pull that takes it over waits so long for that, and is one instead of two. */
const owedMilliseconds = 100
/** However long the server was away: within five seconds of its return every page has what it missed. */
const mostBetweenFailures = 4_000

/** Asks again and again what has changed: when it is told to, else about every second while somebody looks, rarely otherwise. */
export class Puller {
  readonly #exchange: Exchange
  readonly #events: PullEvents
  #cursor: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #pulling: Promise<void> | null = null
  #running = false
  #failures = 0
  #stopListening: (() => void) | undefined
  #isListening = false
  #isHinted = false
  /** The server has answered an edit that no pull has taken over yet. */
  #isOwed = false
  /** The server has asked not to be asked before. */
  #notBefore = 0
  /** From a half to one: pages that lost the server in the same moment do not all come back in one. */
  readonly #share = 0.5 + Number.parseInt(crypto.randomUUID().slice(0, 4), 16) / 2 ** 17

  constructor(exchange: Exchange, events: PullEvents) {
    this.#exchange = exchange
    this.#events = events
  }

  start(): void {
    if (this.#running) return
    this.#running = true
    document.addEventListener('visibilitychange', this.#look)
    window.addEventListener('online', this.#look)
    this.#stopListening = this.#exchange.listen?.({ onHint: this.#onHint, onOpen: this.#onOpen })
    void this.now()
  }

  stop(): void {
    this.#running = false
    this.#isListening = false
    this.#stopListening?.()
    clearTimeout(this.#timer)
    document.removeEventListener('visibilitychange', this.#look)
    window.removeEventListener('online', this.#look)
  }

  /** One pull that begins after this call, so that it includes everything the server has answered before. */
  async now(): Promise<void> {
    while (this.#pulling) await this.#pulling
    if (Date.now() < this.#notBefore) {
      this.#isHinted = false
      return
    }
    clearTimeout(this.#timer)
    this.#pulling = this.#pull().finally(() => {
      this.#pulling = null
      this.#plan()
    })
    await this.#pulling
  }

  /** A pull that takes over what the server has just accepted. */
  owe(): void {
    if (!this.#isListening) return void this.now()
    this.#isOwed = true
    if (!this.#pulling) this.#plan()
  }

  /** One pull, however many hints come until it begins; a page that nobody looks at waits until somebody does. */
  readonly #onHint = () => {
    if (!this.#running || this.#isHinted || document.visibilityState === 'hidden') return
    this.#isHinted = true
    void this.now()
  }

  readonly #onOpen = (isOpen: boolean) => {
    this.#isListening = isOpen
    if (!this.#pulling) this.#plan()
  }

  readonly #look = () => {
    if (document.visibilityState === 'visible' && this.#running) void this.now()
  }

  async #pull(): Promise<void> {
    this.#isHinted = false
    this.#isOwed = false
    try {
      this.#events.onStart()
      this.#events.onPulled(await this.#ask())
      this.#failures = 0
      this.#events.onReach(true, null)
    } catch (problem) {
      this.#failures += 1
      this.#notBefore = Date.now() + (waitAskedFor(problem) ?? 0)
      this.#events.onReach(isServerThere(problem), problem)
    }
  }

  async #ask(): Promise<Pulled> {
    try {
      const { cursor, ...pulled } = await this.#exchange.pull(this.#cursor)
      this.#cursor = cursor
      return pulled
    } catch (problem) {
      if (isStaleCursor(problem)) this.#cursor = null
      throw problem
    }
  }

  #plan(): void {
    clearTimeout(this.#timer)
    if (!this.#running) return
    const seen = this.#isListening ? listeningMilliseconds : visibleMilliseconds
    const unasked = document.visibilityState === 'hidden' ? hiddenMilliseconds : seen
    const pace = this.#isOwed ? owedMilliseconds : unasked
    const most = Math.min(mostBetweenFailures, 1_000 * 2 ** this.#failures)
    const backOff = this.#failures > 0 ? most * this.#share : 0
    const wait = Math.max(pace, backOff, this.#notBefore - Date.now())
    this.#timer = setTimeout(() => void this.now(), wait)
  }
}

function isStaleCursor(problem: unknown): boolean {
  return problem instanceof ApiFailure && problem.status === 400
}
