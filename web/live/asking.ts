import { nowhere, type PresentPerson, type Whereabouts } from '../../shared/live/messages.ts'

/** Says where this page is; answers who else is on its map. */
export type AskWhoIsThere = (at: Whereabouts) => Promise<readonly PresentPerson[]>

const paceMilliseconds = 1_500
const mostBetweenFailures = 30_000

/** In place of a line: says again and again where the page is while it shows a map and somebody looks, and hears who else is there. */
export class Asking {
  readonly #ask: AskWhoIsThere
  readonly #onPeople: (people: readonly PresentPerson[]) => void
  #at: Whereabouts = nowhere
  #isOn = false
  /** No line has opened for long enough. */
  #isNeeded = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  /** The server takes this page for one on a map. */
  #isHere = false
  #people = new Map<string, PresentPerson>()

  constructor(ask: AskWhoIsThere, onPeople: (people: readonly PresentPerson[]) => void) {
    this.#ask = ask
    this.#onPeople = onPeople
  }

  /** From a moment on, as a line that opens makes it needless. */
  begin(): void {
    if (this.#isOn) return
    this.#isOn = true
    this.#isNeeded = false
    this.#failures = 0
    window.addEventListener('pagehide', this.#leave)
    document.addEventListener('visibilitychange', this.#look)
    this.#plan(paceMilliseconds)
  }

  end(): void {
    if (!this.#isOn) return
    this.#isOn = false
    clearTimeout(this.#timer)
    window.removeEventListener('pagehide', this.#leave)
    document.removeEventListener('visibilitychange', this.#look)
    this.#leave()
    this.#meet([])
  }

  say(at: Whereabouts): void {
    const isOtherMap = at.mapId !== this.#at.mapId
    this.#at = at
    if (!this.#isOn || !isOtherMap) return
    this.#meet([])
    if (at.mapId === null) this.#leave()
    else if (this.#isNeeded) this.#plan(0)
  }

  readonly #look = () => {
    if (document.visibilityState === 'visible' && this.#isNeeded) this.#plan(0)
  }

  readonly #leave = () => {
    if (!this.#isHere) return
    this.#isHere = false
    // Whoever is not heard of for a while is forgotten as well.
    this.#ask(nowhere).catch(() => {})
  }

  #plan(wait: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#askNow(), wait)
  }

  async #askNow(): Promise<void> {
    this.#isNeeded = true
    const at = this.#at
    if (at.mapId === null || document.visibilityState === 'hidden') return
    this.#isHere = true
    const isStill = () => this.#isOn && this.#at.mapId === at.mapId
    try {
      const people = await this.#ask(at)
      this.#failures = 0
      if (isStill()) this.#meet(people)
    } catch {
      this.#failures += 1
      if (isStill() && this.#failures > 1) this.#meet([])
    }
    if (isStill()) this.#plan(Math.min(mostBetweenFailures, paceMilliseconds * 2 ** this.#failures))
  }

  /** Who is where they were stays the same object, so that nothing is drawn or followed anew. */
  #meet(people: readonly PresentPerson[]): void {
    const known = this.#people
    const met = people.map((person) => {
      const before = known.get(person.id)
      return JSON.stringify(before) === JSON.stringify(person) ? before! : person
    })
    if (met.length === known.size && met.every((person) => known.get(person.id) === person)) return
    this.#people = new Map(met.map((person) => [person.id, person]))
    this.#onPeople(met)
  }
}
