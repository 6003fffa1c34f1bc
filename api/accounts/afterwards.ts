/** Work done after the answer was sent, so that the time an answer takes tells nothing about it. */
export interface Afterwards {
  /** Starts the work; a failure is logged by the given name only, never with what the work handled. */
  run(name: string, work: () => Promise<void>): void
  /** Resolves when nothing is under way: for tests, and before the program exits. */
  idle(): Promise<void>
}

export function createAfterwards(logFailure: (name: string, error: unknown) => void): Afterwards {
  const running = new Set<Promise<void>>()
  return {
    run(name, work) {
      const done: Promise<void> = work()
        .catch((error: unknown) => logFailure(name, error))
        .finally(() => running.delete(done))
      running.add(done)
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
