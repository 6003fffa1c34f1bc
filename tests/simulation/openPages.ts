// Which instance each page hangs on, and the hints it hears from there: lost, doubled and late, and gone with the instance.
import type { LineEvents } from '../../web/live/liveLine.ts'
import type { Chance } from './chance.ts'
import type { EditServer } from './editServer.ts'
import type { VirtualTime } from './virtualTime.ts'

interface Page {
  isOffline: boolean
}

export class OpenPages {
  /** Off once a session heals. */
  isFaulty = true
  readonly happened = { hints: 0, hintsLost: 0, linesLost: 0 }
  readonly #losing = new Map<() => void, number>()
  readonly #time: VirtualTime
  readonly #chance: Chance
  readonly #server: EditServer

  constructor(time: VirtualTime, chance: Chance, server: EditServer) {
    this.#time = time
    this.#chance = chance
    this.#server = server
  }

  /** Opens a line to either instance, again whenever it is lost. @returns what ends it */
  open(page: Page, events: LineEvents): () => void {
    // Some proxies let no socket through: such a page asks every second.
    if (this.#chance.oneIn(2)) return () => {}
    let isOver = false
    let end = () => {}
    const connect = () => {
      if (isOver) return
      const instance = this.#chance.below(2)
      const hear = this.#server.listen(instance, () => this.#carry(page, events))
      const lose = () => {
        end()
        this.happened.linesLost += 1
        this.#time.after(this.#chance.between(250, 3_000), connect)
        events.onOpen(false)
        events.onHint()
      }
      end = () => {
        hear()
        this.#losing.delete(lose)
      }
      this.#losing.set(lose, instance)
      events.onOpen(true)
      events.onHint()
    }
    this.#time.after(this.#chance.between(5, 200), connect)
    return () => {
      isOver = true
      end()
    }
  }

  /** An instance ends, and every line to it. */
  lose(instance: number): void {
    for (const [lose, at] of [...this.#losing]) if (at === instance) lose()
  }

  #carry(page: Page, { onHint }: LineEvents): void {
    if (this.isFaulty && this.#chance.oneIn(6)) {
      this.happened.hintsLost += 1
      return
    }
    const times = this.isFaulty && this.#chance.oneIn(10) ? 2 : 1
    for (let count = 0; count < times; count++) {
      const isLate = this.isFaulty && this.#chance.oneIn(20)
      // Between whole milliseconds, in which answers arrive: never in the same moment as one.
      const milliseconds = (isLate ? this.#chance.between(500, 2_500) : this.#chance.between(1, 30)) + 0.5
      this.#time.after(milliseconds, () => {
        if (page.isOffline) return
        this.happened.hints += 1
        onHint()
      })
    }
  }
}
