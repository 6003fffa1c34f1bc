import { type Random, seededRandom } from '../invariants/seededRandom.ts'

/** Chance of a session: every decision is drawn from one seed, each part of the session from a stream of its own. */
export interface Chance extends Random {
  /** True once in so many times. */
  oneIn(times: number): boolean
  between(low: number, high: number): number
}

export function chanceOf(seed: number, part: number): Chance {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(part + 1, 0x85ebca6b))
  return {
    ...random,
    oneIn: (times) => random.below(times) === 0,
    between: (low, high) => low + random.below(high - low + 1),
  }
}
