import { type Edit, editVersion } from '../../shared/edits/actions/actions.ts'
import type { EditAnswer } from '../../shared/edits/exchange.ts'
import { referenceKey } from '../../shared/edits/reader.ts'
import { ApiFailure, unknownCode } from '../api/client.ts'
import type { Exchange } from './exchange.ts'

export interface QueueEvents {
  onAnswers(answers: readonly EditAnswer[]): void
  /** The server could be reached, or not; edits stay in the queue either way. */
  onReach(reached: boolean, problem: unknown): void
}

const mostPerRequest = 50

/**
 * Sends edits in the order in which they were made until each has its answer. What gets lost on the way is sent again
 * under the same number, so that the server can tell the repeat.
 */
export class EditQueue {
  readonly clientId = crypto.randomUUID()
  readonly #exchange: Exchange
  readonly #events: QueueEvents
  #edits: Edit[] = []
  #lastNumber = 0
  #sending = false
  #isStopped = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The server has asked not to be asked before. */
  #notBefore = 0

  constructor(exchange: Exchange, events: QueueEvents) {
    this.#exchange = exchange
    this.#events = events
  }

  get unsent(): number {
    return this.#edits.length
  }

  /** The next edit under this client's name; a number is never used twice. */
  number(actions: Edit['actions']): Edit {
    this.#lastNumber += 1
    return { clientId: this.clientId, number: this.#lastNumber, version: editVersion, actions }
  }

  /** Takes an edit, also one of another client whose page is gone. */
  push(edit: Edit): void {
    this.#edits.push(edit)
    void this.send()
  }

  /** Sends what waits, at once; does nothing while a request is under way or the server has asked to wait. */
  readonly send = async (): Promise<void> => {
    const isAskedToWait = Date.now() < this.#notBefore
    if (this.#sending || this.#isStopped || isAskedToWait || this.#edits.length === 0) return
    clearTimeout(this.#timer)
    this.#sending = true
    const batch = this.#edits.slice(0, this.#failures > 0 ? 1 : mostPerRequest)
    try {
      const { answers } = await this.#exchange.send(batch)
      this.#failures = 0
      this.#sending = false
      // Answered ones leave first: whoever hears that the server is there sends what is left.
      this.#take(answers)
      this.#events.onReach(true, null)
    } catch (problem) {
      this.#sending = false
      this.#fail(batch, problem)
    }
    if (this.#edits.length > 0 && this.#failures === 0) void this.send()
  }

  /** Sends nothing any more. */
  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }

  #take(answers: readonly EditAnswer[]): void {
    const waiting = new Set(this.#edits.map(referenceKey))
    const fresh = answers.filter((answer) => waiting.delete(referenceKey(answer)))
    this.#edits = this.#edits.filter((edit) => waiting.has(referenceKey(edit)))
    // An answer to nothing we asked must not become an endless loop.
    if (fresh.length === 0) this.#retryLater()
    else this.#events.onAnswers(fresh)
  }

  #fail(batch: readonly Edit[], problem: unknown): void {
    const refusal = refusalOf(problem)
    if (refusal && batch.length === 1) {
      const { clientId, number } = batch[0]!
      this.#failures = 0
      this.#take([{ clientId, number, accepted: false, error: refusal }])
      return
    }
    const wait = waitAskedFor(problem)
    if (wait !== undefined) this.#notBefore = Date.now() + wait
    // A refusal of a whole batch says nothing about its parts: from here on they go one by one.
    if (refusal) this.#failures = 1
    else this.#events.onReach(isServerThere(problem), problem)
    this.#retryLater(refusal ? 0 : wait)
  }

  #retryLater(milliseconds = Math.min(10_000, 500 * 2 ** this.#failures)): void {
    this.#failures += 1
    clearTimeout(this.#timer)
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.send(), milliseconds)
  }
}

/** A server that asks for patience, or refuses, is there. */
export function isServerThere(problem: unknown): boolean {
  return isOwnRefusal(problem) || (problem instanceof ApiFailure && problem.status === 429)
}

/** The server itself says that this is not, or no more, for whoever asks. */
export function isOwnRefusal(problem: unknown): boolean {
  return (
    problem instanceof ApiFailure && problem.code !== unknownCode && [401, 403, 404].includes(problem.status)
  )
}

/** Milliseconds for which the server asked not to be asked again. */
export function waitAskedFor(problem: unknown): number | undefined {
  const seconds = problem instanceof ApiFailure ? problem.retryAfterSeconds : undefined
  return seconds === undefined ? undefined : seconds * 1_000
}

/**
 * A refusal of the request itself is final; a lost session, too many requests, a failing server, or the answer of
 * something between us and the server, are not.
 */
function refusalOf(problem: unknown): { code: string; message: string; field?: string } | null {
  if (!(problem instanceof ApiFailure)) return null
  if (problem.status < 400 || problem.status >= 500) return null
  if (problem.code === unknownCode || [401, 408, 425, 429].includes(problem.status)) return null
  const { code, message, field } = problem
  return field === undefined ? { code, message } : { code, message, field }
}
