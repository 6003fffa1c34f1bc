// What a revealed round says: every vote that the viewer sees, with how far apart they lie.
import type { SeenRows } from '../analysis/seenRows.ts'
import type { Measure } from '../model/round.ts'
import type { Round, Vote } from '../model/rows.ts'

export interface MeasureResult {
  measure: Measure
  /** Lowest first; only those with a score. */
  votes: Vote[]
  median: number | null
  lowest: number | null
  highest: number | null
  /** Highest less lowest; 0 with fewer than two votes. */
  spread: number
}

export interface TouchpointResult {
  touchpointId: string
  measures: MeasureResult[]
  /** Of the measure on which people lie furthest apart. */
  spread: number
}

/** @returns the touchpoints of a revealed round, those on which people disagree most first; none before the reveal */
export function resultsOf(round: Round, rows: SeenRows): TouchpointResult[] {
  if (round.state !== 'revealed') return []
  const revealed = rows.list('vote', 'roundId', round.id).filter((vote) => isRevealed(vote))
  return round.touchpointIds
    .map((touchpointId) => {
      const votes = revealed.filter((vote) => vote.touchpointId === touchpointId)
      const measures = round.measures.map((measure) => resultOf(measure, votes))
      return { touchpointId, measures, spread: Math.max(...measures.map(({ spread }) => spread)) }
    })
    .sort((left, right) => right.spread - left.spread)
}

/** One's own vote that was not finished in time is still one's own, and no part of the result. */
function isRevealed(vote: Vote): boolean {
  return !vote.deleted && vote.audience.some((key) => key.startsWith('org:'))
}

function resultOf(measure: Measure, all: readonly Vote[]): MeasureResult {
  const votes = all
    .filter((vote) => vote.measure === measure && vote.score !== null)
    .toSorted((left, right) => left.score! - right.score! || (left.id < right.id ? -1 : 1))
  const scores = votes.map(({ score }) => score!)
  const lowest = scores[0] ?? null
  const highest = scores.at(-1) ?? null
  const spread = lowest === null || highest === null ? 0 : highest - lowest
  return { measure, votes, median: medianOf(scores), lowest, highest, spread }
}

/** @param sorted lowest first */
function medianOf(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2
  const [left, right] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return left === undefined || right === undefined ? null : (left + right) / 2
}
