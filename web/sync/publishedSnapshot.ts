import { type EcosystemSnapshot, isSameSnapshot } from './snapshot.ts'

/** What a store shows at the moment, and who is called when that changes. */
export class PublishedSnapshot {
  readonly #listeners = new Set<() => void>()
  readonly #observers = new Set<() => void>()
  #now: EcosystemSnapshot

  constructor(first: EcosystemSnapshot) {
    this.#now = first
  }

  get now(): EcosystemSnapshot {
    return this.#now
  }

  get hasListeners(): boolean {
    return this.#listeners.size > 0
  }

  /** @returns ends it */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** As `listen`, without counting among those who have the store followed. @returns ends it */
  observe(observer: () => void): () => void {
    this.#observers.add(observer)
    return () => this.#observers.delete(observer)
  }

  /** Nobody is called when a screen would show the same. */
  publish(changed: Partial<EcosystemSnapshot>): void {
    const next = { ...this.#now, ...changed }
    if (isSameSnapshot(next, this.#now)) return
    this.#now = next
    for (const called of [...this.#listeners, ...this.#observers]) called()
  }
}
