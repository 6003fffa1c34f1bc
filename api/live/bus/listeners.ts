import type { BusMessage } from './bus.ts'

/** Those who listen on one instance; one that fails does not keep the message from the others. */
export class Listeners {
  readonly #listeners = new Set<(message: BusMessage) => void>()
  readonly #onFailure: (error: unknown) => void

  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure
  }

  add(listener: (message: BusMessage) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  tell(message: BusMessage): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(message)
      } catch (error) {
        this.#onFailure(error)
      }
    }
  }

  clear(): void {
    this.#listeners.clear()
  }
}
