// The stores of a page: kept for a while when nobody looks, so that going from page to page does not load again; never dropped
// with unsent edits in them.
import { sayStanding } from '../../shared/accounts/roles.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { EcosystemStore } from './ecosystemStore.ts'
import type { NamedAuthor } from './shownRows.ts'

/** What waits to be sent, of all ecosystems and organisations of one person. */
export interface Unsent {
  total: number
  /** How many of them would go with this page. */
  unkept: number
  /** A store that somebody looks at, or that has something to send, cannot reach the server. */
  isOffline: boolean
  /** How many wait in the name of each organisation. */
  byOrganisation: ReadonlyMap<string, number>
}

type MakeStore = (ecosystemId: string, author: NamedAuthor) => EcosystemStore

/** Ecosystems that stay in memory while nobody looks at them. */
const mostIdle = 3
const idleMilliseconds = 30_000

export class OpenStores {
  readonly #make: MakeStore
  /** In the order in which they were last asked for. */
  readonly #stores = new Map<string, { store: EcosystemStore; author: NamedAuthor; unobserve: () => void }>()
  readonly #listeners = new Set<() => void>()
  #unsent: Unsent = nothingUnsent
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(make: MakeStore) {
    this.#make = make
  }

  get size(): number {
    return this.#stores.size
  }

  storeOf(ecosystemId: string, author: NamedAuthor): EcosystemStore {
    const { organisationId, personId, role, withheld = [], name } = author
    const key = [ecosystemId, organisationId, personId, sayStanding({ role, withheld }), name].join(' ')
    this.#closeOthers(author.personId)
    const present = this.#stores.get(key)
    if (present) this.#stores.delete(key)
    const opened = present ?? this.#open(ecosystemId, author)
    this.#stores.set(key, opened)
    // Later: a page that asks for several follows them only once it is on screen.
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#closeIdle(), idleMilliseconds)
    return opened.store
  }

  readonly unsent = (): Unsent => this.#unsent

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Closes all; what is kept of it stays on the device. */
  closeAll(): void {
    for (const key of [...this.#stores.keys()]) this.#close(key)
    this.#count()
  }

  /** Tries at once to send all that waits. */
  readonly retry = (): void => {
    for (const { store } of this.#stores.values()) store.retry()
  }

  #open(ecosystemId: string, author: NamedAuthor) {
    const store = this.#make(ecosystemId, author)
    return { store, author, unobserve: store.observe(() => this.#count()) }
  }

  /** What another person left unsent stays on the device for when they come back. */
  #closeOthers(personId: string): void {
    const others = [...this.#stores].filter(([, { author }]) => author.personId !== personId)
    for (const [key] of others) this.#close(key)
    // Not at once: stores are asked for while a page is being drawn.
    if (others.length > 0) queueMicrotask(() => this.#count())
  }

  #closeIdle(): void {
    const idle = [...this.#stores].filter(
      ([, { store }]) => !store.isFollowed && store.snapshot().saving.unsent === 0,
    )
    for (const [key] of idle.slice(0, -mostIdle)) this.#close(key)
  }

  #close(key: string): void {
    const open = this.#stores.get(key)
    this.#stores.delete(key)
    open?.unobserve()
    open?.store.close()
  }

  #count(): void {
    const next = countUnsent([...this.#stores.values()])
    if (isSame(next, this.#unsent)) return
    this.#unsent = next
    for (const listener of this.#listeners) listener()
  }
}

const nothingUnsent: Unsent = { total: 0, unkept: 0, isOffline: false, byOrganisation: new Map() }

function countUnsent(stores: readonly { store: EcosystemStore; author: Viewer }[]): Unsent {
  const byOrganisation = new Map<string, number>()
  let [total, unkept, isOffline] = [0, 0, false]
  for (const { store, author } of stores) {
    const { saving } = store.snapshot()
    total += saving.unsent
    unkept += saving.unkept ?? 0
    isOffline ||= saving.state === 'offline' && (saving.unsent > 0 || store.isFollowed)
    if (saving.unsent > 0)
      byOrganisation.set(
        author.organisationId,
        (byOrganisation.get(author.organisationId) ?? 0) + saving.unsent,
      )
  }
  return { total, unkept, isOffline, byOrganisation }
}

function isSame(left: Unsent, right: Unsent): boolean {
  const plain = (unsent: Unsent) => JSON.stringify({ ...unsent, byOrganisation: [...unsent.byOrganisation] })
  return plain(left) === plain(right)
}
