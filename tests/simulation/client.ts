import type { EditAnswer } from '../../shared/edits/exchange.ts'
import type { Whereabouts } from '../../shared/live/messages.ts'
import { rowKinds } from '../../shared/model/rows.ts'
import { EcosystemStore } from '../../web/sync/ecosystemStore.ts'
import { View } from './actions/generator.ts'
import { anyGenerator } from './actions/generators.ts'
import { typeMore } from './actions/typeMore.ts'
import type { Chance } from './chance.ts'
import type { Person } from './editServer.ts'
import type { Markers } from './markers.ts'
import type { Line, Network } from './network.ts'

/** One person at a browser: the product's own store, over a line of the simulated network. */
export class Client {
  store: EcosystemStore
  line: Line
  /** Edits made here that have not been answered. */
  open = 0
  made = 0
  /** How often each action was accepted, but for what undo and redo did. */
  readonly accepted = new Map<string, number>()
  #close: () => void
  readonly #network: Network

  constructor(
    readonly person: Person,
    network: Network,
  ) {
    this.#network = network
    const { store, line, close } = this.#open()
    this.store = store
    this.line = line
    this.#close = close
  }

  get isSettled(): boolean {
    return this.open === 0 && this.store.snapshot().saving.unsent === 0
  }

  /** The page is loaded anew: for another role, or because somebody pressed the key. What was not sent is gone. */
  reload(): void {
    this.close()
    this.open = 0
    const { store, line, close } = this.#open()
    this.store = store
    this.line = line
    this.#close = close
  }

  close(): void {
    this.line.isClosed = true
    this.#close()
  }

  /** Does something the store allows, now and then something it refuses; false when nothing came to mind. */
  act(chance: Chance, markers: Markers): boolean {
    if (this.store.snapshot().status !== 'ready') return false
    const { undoable, redoable } = this.store.snapshot()
    if (undoable && chance.oneIn(12)) return this.#wait(this.store.undo())
    if (redoable && chance.oneIn(6)) return this.#wait(this.store.redo())
    const view = new View(this.store.snapshot().rows, this.person, this.#network.ecosystemId, chance, markers)
    const isStubborn = chance.oneIn(12)
    for (let attempt = 0; attempt < 8; attempt++) {
      const thought = anyGenerator(chance)(view)
      if (!thought) continue
      const action = typeMore(thought, view)
      if (!isStubborn && this.store.check([action])) continue
      return this.#wait(this.store.change([action], action.type), action.type)
    }
    return false
  }

  /** Where its page is: on one of the maps it sees, at something it sees. */
  look(chance: Chance, markers: Markers): Whereabouts {
    const { rows } = this.store.snapshot()
    const view = new View(rows, this.person, this.#network.ecosystemId, chance, markers)
    const [kind, card] = [chance.pick(rowKinds), view.one('touchpoint')]
    const row = view.one(kind)
    const selected = row && { kind, id: row.id }
    return {
      mapId: view.one('map')?.id ?? null,
      selected,
      editing: selected && chance.oneIn(2) ? { ...selected, field: 'name' } : null,
      looking: card && { cardId: card.id, right: 0, down: 0, zoom: 1 },
    }
  }

  #wait(answer: Promise<EditAnswer | null>, type?: string): boolean {
    this.open += 1
    this.made += 1
    const { line } = this
    void answer.then((answered) => {
      if (type && answered?.accepted) this.accepted.set(type, (this.accepted.get(type) ?? 0) + 1)
      if (line === this.line) this.open -= 1
    })
    return true
  }

  #open() {
    const { active: _, ...author } = this.person
    const line = this.#network.line({ ...this.person })
    const store = new EcosystemStore(this.#network.ecosystemId, author, line)
    const close = store.subscribe(() => {})
    return { store, line, close }
  }
}
