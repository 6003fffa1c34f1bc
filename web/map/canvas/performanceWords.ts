import { trendNames } from '../../sharing/viewWords.ts'
import type { Performance } from '../journey/readPerformance.ts'

/** "3", or "3–9" where they lie apart. */
export function sayScores({ lowest, highest }: Performance): string {
  return lowest === highest ? String(lowest) : `${lowest}–${highest}`
}

/** A touchpoint's performance in words, for those who do not see its colour. */
export function performanceWords(performance: Performance): string {
  const { lowest, highest, trend } = performance
  const scores = lowest === highest ? `works ${lowest} of 10` : `works ${lowest} to ${highest} of 10`
  return trend ? `${scores}, ${trendNames[trend]}` : scores
}
