// Time that passes only when everything of the moment before has happened: the same seed, the same order, in no time.

interface Timer {
  id: number
  at: number
  work(): void
}

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  Date: globalThis.Date,
}
const { setImmediate } = globalThis

/** Stands in for the clock of a browser while a session runs; one at a time in a process. */
export class VirtualTime {
  #now = Date.UTC(2027, 0, 4, 9)
  #timers: Timer[] = []
  #lastId = 0
  /** Work of the world outside, one piece after the other; everything waits for its end. */
  #outside: Promise<unknown> = Promise.resolve()
  #underWay = 0
  #isRunning = false

  get now(): number {
    return this.#now
  }

  /** Calls back after so much virtual time, in the order of moments; at one moment, in the order of asking. */
  after(milliseconds: number, work: () => void): number {
    const timer = { id: ++this.#lastId, at: this.#now + Math.max(0, milliseconds), work }
    let place = this.#timers.length
    while (place > 0 && this.#timers[place - 1]!.at > timer.at) place -= 1
    this.#timers.splice(place, 0, timer)
    return timer.id
  }

  /**
   * Starts work that takes real time, such as a database's, once whatever was asked for before is done; nothing else happens until
   * then. Its timers are real ones, its clock stands still.
   */
  outside<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1
    const done = this.#outside.then(() => {
      this.#giveTimersBack()
      return work()
    })
    const end = () => {
      this.#underWay -= 1
      if (this.#underWay === 0 && this.#isRunning) this.#takeTimers()
    }
    this.#outside = done.then(end, end)
    return done
  }

  /** Lets time pass until it is over, or until nothing is planned any more. */
  async run(isOver: () => boolean): Promise<void> {
    this.#isRunning = true
    this.#takeClock()
    this.#takeTimers()
    try {
      await this.#settle()
      for (let next = this.#timers[0]; next && !isOver(); next = this.#timers[0]) {
        this.#timers.shift()
        this.#now = next.at
        next.work()
        await this.#settle()
      }
    } finally {
      this.#isRunning = false
      this.#giveTimersBack()
      globalThis.Date = real.Date
    }
  }

  async #settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#underWay > 0) {
      await this.#outside
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  #takeClock(): void {
    const now = () => this.#now
    globalThis.Date = class extends real.Date {
      constructor(...parts: unknown[]) {
        super(...((parts.length > 0 ? parts : [now()]) as [number]))
      }
      static override now(): number {
        return now()
      }
    } as DateConstructor
  }

  #takeTimers(): void {
    Object.assign(globalThis, {
      setTimeout: (work: () => void, milliseconds = 0) => this.after(milliseconds, work),
      clearTimeout: (id: number | undefined) => {
        const place = this.#timers.findIndex((timer) => timer.id === id)
        if (place >= 0) this.#timers.splice(place, 1)
      },
    })
  }

  #giveTimersBack(): void {
    const { setTimeout, clearTimeout } = real
    Object.assign(globalThis, { setTimeout, clearTimeout })
  }
}
