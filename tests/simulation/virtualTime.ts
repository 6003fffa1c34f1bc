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
  /** Work of the world outside, whose end everything waits for. */
  #outside: Promise<unknown>[] = []

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

  /** Starts work that takes real time, such as a database's; nothing else happens until it is done. */
  outside<T>(work: () => Promise<T>): Promise<T> {
    this.#uninstall()
    const done = work()
    this.#outside.push(
      done.then(
        () => {},
        () => {},
      ),
    )
    return done
  }

  /** Lets time pass until it is over, or until nothing is planned any more. */
  async run(isOver: () => boolean): Promise<void> {
    this.#install()
    try {
      await this.#settle()
      for (let next = this.#timers[0]; next && !isOver(); next = this.#timers[0]) {
        this.#timers.shift()
        this.#now = next.at
        next.work()
        await this.#settle()
      }
    } finally {
      this.#uninstall()
    }
  }

  async #settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#outside.length > 0) {
      await Promise.all(this.#outside.splice(0))
      this.#install()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  #install(): void {
    const now = () => this.#now
    class VirtualDate extends real.Date {
      constructor(...parts: unknown[]) {
        super(...((parts.length > 0 ? parts : [now()]) as [number]))
      }
      static override now(): number {
        return now()
      }
    }
    Object.assign(globalThis, {
      Date: VirtualDate,
      setTimeout: (work: () => void, milliseconds = 0) => this.after(milliseconds, work),
      clearTimeout: (id: number | undefined) => {
        const place = this.#timers.findIndex((timer) => timer.id === id)
        if (place >= 0) this.#timers.splice(place, 1)
      },
    })
  }

  #uninstall(): void {
    Object.assign(globalThis, real)
  }
}
