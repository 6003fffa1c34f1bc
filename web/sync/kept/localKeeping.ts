// Unsent edits in localStorage: one entry per edit, so that tabs never write over each other, and written before the edit is
// shown, so that what one has seen is kept even when the tab dies in the same moment.
import type { EditReference } from '../../../shared/edits/reader.ts'
import { dropEntered, type OwnValue, readEntered, writeEntered } from './entered.ts'
import { type KeepingPlace, keptKey, readKept } from './entries.ts'
import type { Keeping, KeptEdit } from './keeping.ts'

/** Web Locks, of which the browser says when the tab that holds one is gone. */
export type TabLocks = Pick<LockManager, 'request'>

export class LocalKeeping implements Keeping {
  readonly #place: KeepingPlace
  readonly #locks: TabLocks
  readonly #storage: Storage
  #isEnded = false

  constructor(place: KeepingPlace, locks: TabLocks = navigator.locks, storage: Storage = localStorage) {
    this.#place = place
    this.#locks = locks
    this.#storage = storage
  }

  keep(kept: KeptEdit): boolean {
    // A field that goes with its page may still want to save once one has signed out.
    if (this.#isEnded) return false
    try {
      this.#storage.setItem(keptKey(this.#place, kept.edit), JSON.stringify(kept))
      return true
    } catch {
      return false
    }
  }

  drop(edit: EditReference): void {
    this.#storage.removeItem(keptKey(this.#place, edit))
  }

  entered(): OwnValue[] {
    return readEntered(this.#storage, this.#place)
  }

  enter(values: readonly OwnValue[]): void {
    if (!this.#isEnded && values.length > 0) writeEntered(this.#storage, this.#place, values)
  }

  dropEntered(value: OwnValue): void {
    dropEntered(this.#storage, this.#place, value)
  }

  begin(clientId: string, onLeft: (kept: KeptEdit[]) => void): () => void {
    const ending = new AbortController()
    const { signal } = ending
    const known = new Set([clientId])
    void this.#hold(clientId, signal, () => {})
    const look = () => {
      for (const { edit } of this.#read()) {
        if (known.has(edit.clientId)) continue
        known.add(edit.clientId)
        void this.#hold(edit.clientId, signal, () => {
          const left = this.#read().filter((kept) => kept.edit.clientId === edit.clientId)
          if (left.length > 0) onLeft(left)
        })
      }
    }
    look()
    window.addEventListener('storage', look, { signal })
    return () => {
      this.#isEnded = true
      ending.abort()
    }
  }

  /** Waits until no other tab is this client, then is it until the end: edits are adopted by one tab at a time. */
  async #hold(clientId: string, signal: AbortSignal, onHeld: () => void): Promise<void> {
    const holding = async () => {
      if (signal.aborted) return
      onHeld()
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    }
    await this.#locks.request(`interlane.client.${clientId}`, { signal }, holding).catch((problem) => {
      if (!signal.aborted) throw problem
    })
  }

  #read(): KeptEdit[] {
    return readKept(this.#storage, this.#place).map(({ kept }) => kept)
  }
}
