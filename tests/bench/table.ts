/** What was measured of one thing, in milliseconds. */
export interface Times {
  what: string
  perSecond: number
  p50: number
  p95: number
  p99: number
}

export function summarise(what: string, times: number[], seconds: number): Times {
  const sorted = times.toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { what, perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export function showTimes(rows: readonly Times[]): void {
  console.table(
    rows.map(({ what, perSecond, p50, p95, p99 }) => ({
      '': what,
      'per second': perSecond.toFixed(perSecond < 10 ? 1 : 0),
      'p50 ms': p50.toFixed(1),
      'p95 ms': p95.toFixed(1),
      'p99 ms': p99.toFixed(1),
    })),
  )
}

/** Runs `work` from so many callers at once for so many seconds; answers how long each took. */
export async function callers(
  count: number,
  seconds: number,
  work: (caller: number) => Promise<unknown>,
): Promise<number[]> {
  const until = performance.now() + seconds * 1_000
  const times: number[] = []
  const caller = async (index: number) => {
    while (performance.now() < until) {
      const started = performance.now()
      await work(index)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: count }, (_, index) => caller(index)))
  return times
}
