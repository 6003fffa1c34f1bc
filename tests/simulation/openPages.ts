// Which instance each page hangs on, and what it hears from there: hints, lost, doubled and late, and gone with the instance; and
// where others are on its map.
import type { Presence } from '../../api/live/bus/bus.ts'
import { type FromServer, nowhere, type Whereabouts } from '../../shared/live/messages.ts'
import type { LineEvents } from '../../web/live/liveLine.ts'
import type { Chance } from './chance.ts'
import type { EditServer, Person } from './editServer.ts'
import type { MemoryLines, Told } from './memoryLines.ts'
import type { VirtualTime } from './virtualTime.ts'

interface Page {
  person: Person
  isOffline: boolean
}

interface OpenPage {
  id: string
  events: LineEvents
  told: Told
  at: Whereabouts
  lose(): void
  instance: number
}

/** Hears every frame that leaves for a page. */
interface FrameWitness {
  leaves(person: Person, bytes: string, mapId?: string | null): Promise<void>
  hinted(person: Person, since: number): Promise<void>
}

interface Parts {
  time: VirtualTime
  chance: Chance
  server: Pick<EditServer, 'listen'>
  lines: MemoryLines
  ecosystemId: string
  witness: FrameWitness
}

export class OpenPages {
  /** Off once a session heals. */
  isFaulty = true
  readonly happened = { hints: 0, hintsLost: 0, hintsSpared: 0, linesLost: 0, moves: 0, shown: 0 }
  readonly #open = new Map<Page, OpenPage>()
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Opens a line to either instance, again whenever it is lost. @returns what ends it */
  open(page: Page, events: LineEvents): () => void {
    const { time, chance, server, lines, ecosystemId } = this.#parts
    // Some proxies let no socket through: such a page asks every second.
    if (chance.oneIn(2)) return () => {}
    let isOver = false
    let end = () => {}
    const connect = () => {
      if (isOver) return
      const instance = chance.below(2)
      const told = lines.upToDate(page.person, ecosystemId)
      if (!told) {
        time.after(chance.between(250, 3_000), connect)
        return
      }
      const hear = server.listen(instance, () => this.#carry(page))
      const lose = () => {
        end()
        this.happened.linesLost += 1
        time.after(chance.between(250, 3_000), connect)
        events.onOpen(false)
        events.onHint()
      }
      end = () => {
        hear()
        this.#open.delete(page)
      }
      this.#open.set(page, { id: chance.uuid(), events, told, at: nowhere, lose, instance })
      events.onOpen(true)
      events.onHint()
    }
    time.after(chance.between(5, 200), connect)
    return () => {
      isOver = true
      end()
    }
  }

  /** An instance ends, and every line to it. */
  lose(ending: number): void {
    for (const { lose, instance } of [...this.#open.values()]) if (instance === ending) lose()
  }

  /** A page is somewhere else now: the others are shown it, each as far as it may see what it is at. */
  moves(page: Page, at: Whereabouts): void {
    const { lines, ecosystemId } = this.#parts
    const own = this.#open.get(page)
    if (!own || page.isOffline) return
    own.at = at
    this.happened.moves += 1
    const { id } = own
    const { personId, organisationId, name } = page.person
    const owner = { personId, organisationId, name, organisation: organisationId }
    const presence: Presence = { id, instanceId: id, ecosystemId, ...owner, at }
    for (const [other, { at }] of this.#open) {
      const person = other === page ? null : lines.shown(other.person, at.mapId, presence)
      if (!person) continue
      this.happened.shown += 1
      this.#say(other, { type: 'present', people: [person], gone: [] }, at.mapId)
    }
  }

  #say(page: Page, message: FromServer, mapId?: string | null): void {
    void this.#parts.witness.leaves(page.person, JSON.stringify(message), mapId)
  }

  #carry(page: Page): void {
    const { time, chance, lines, ecosystemId, witness } = this.#parts
    const open = this.#open.get(page)
    if (!open) return
    const { told, events } = open
    const now = lines.upToDate(page.person, ecosystemId)
    if (!now) {
      // The server closes the line of whoever has no place any more.
      const close = () => this.#open.get(page) === open && open.lose()
      time.after(chance.between(1, 30) + 0.5, close)
      return
    }
    const isConcerned = lines.concerns(page.person, ecosystemId, told)
    open.told = now
    if (!isConcerned) {
      this.happened.hintsSpared += 1
      return
    }
    this.#say(page, { type: 'changed' })
    void witness.hinted(page.person, told.seq)
    if (this.isFaulty && chance.oneIn(6)) {
      this.happened.hintsLost += 1
      return
    }
    const times = this.isFaulty && chance.oneIn(10) ? 2 : 1
    for (let count = 0; count < times; count++) {
      const isLate = this.isFaulty && chance.oneIn(20)
      // Between whole milliseconds, in which answers arrive: never in the same moment as one.
      const milliseconds = (isLate ? chance.between(500, 2_500) : chance.between(1, 30)) + 0.5
      time.after(milliseconds, () => {
        if (page.isOffline) return
        this.happened.hints += 1
        events.onHint()
      })
    }
  }
}
