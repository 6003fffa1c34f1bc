import type { Measure } from '../../shared/model/round.ts'
import type { Ballot } from '../../shared/model/rows.ts'
import type { Standing } from '../../shared/rounds/standing.ts'

/** The words of the fields of a view, so that one thing has one name. */
export const measureNames: Record<Measure, string> = {
  performance: 'How well it works',
  importanceForPerception: 'Weight for how we are seen',
  importanceForDecision: 'Weight for the decision to buy',
  importanceForLoyalty: 'Weight for staying',
}

export const measureEnds: Record<Measure, readonly [low: string, high: string]> = {
  performance: ['badly', 'very well'],
  importanceForPerception: ['none', 'decides it'],
  importanceForDecision: ['none', 'decides it'],
  importanceForLoyalty: ['none', 'decides it'],
}

export const standingNames: Record<Standing, string> = {
  notBegun: 'not begun',
  answering: 'answering',
  done: 'done',
}

export const ballotNames: Record<Ballot['state'], string> = {
  expected: 'not begun',
  voting: 'answering',
  done: 'done',
}

/** "A", "A and B", "A, B and C". */
export function listNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export function sayApart(spread: number): string {
  if (spread === 0) return 'at one'
  return `${spread} ${spread === 1 ? 'point' : 'points'} apart`
}

/** "2 March 2027" in the reader's own way of writing days. */
export function sayDay(day: string): string {
  return new Date(`${day}T12:00:00`).toLocaleDateString(undefined, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}
