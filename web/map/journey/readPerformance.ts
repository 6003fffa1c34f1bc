import type { MemoryRows } from '../../../shared/edits/memoryRows.ts'
import type { Trend } from '../../../shared/model/perspective.ts'
import { living } from './readJourney.ts'

/** What the scores that one may see say of a touchpoint: our own, and those shared with us. */
export interface Performance {
  lowest: number
  highest: number
  /** As whoever gives the lowest score sees it. */
  trend: Trend | null
}

export type PerformanceBand = 'weak' | 'middling' | 'strong'

/** @returns null while nobody whose view one sees has given a score */
export function readPerformance(targetId: string, rows: MemoryRows): Performance | null {
  const scored = living(rows.list('perspective', 'targetId', targetId)).flatMap(
    ({ id, performance: score, performanceTrend: trend }) => (score === null ? [] : [{ id, score, trend }]),
  )
  const ranked = scored.sort((left, right) => left.score - right.score || (left.id < right.id ? -1 : 1))
  const [worst] = ranked
  if (!worst) return null
  const trend = ranked.find((one) => one.score === worst.score && one.trend)?.trend ?? null
  return { lowest: worst.score, highest: ranked.at(-1)!.score, trend }
}

/** The lowest score counts: a touchpoint is as good as whoever it serves worst finds it. */
export function bandOf({ lowest }: Performance): PerformanceBand {
  if (lowest <= 4) return 'weak'
  return lowest <= 7 ? 'middling' : 'strong'
}
