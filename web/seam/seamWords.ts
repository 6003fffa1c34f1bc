import { type HalfState, isShut } from './seamShapes.ts'

/** One organisation's half of a handoff. */
export interface SeamSide {
  name: string
  state: HalfState
  /** `yours` when the acting organisation stands on this side. */
  relation: 'yours' | 'others'
}

/**
 * The state of a handoff in one sentence, for people who do not see the discs,
 * e.g. "Fernhill has confirmed, Oakes & Vale has not confirmed yet".
 */
export function describeSeam(giving: SeamSide, taking?: SeamSide): string {
  if (!taking) return `a promise by ${giving.name}, which nobody confirms`
  if (isShut(giving.state, taking.state)) return `${giving.name} and ${taking.name} have confirmed`
  return `${giving.name} ${stateWords[giving.state]}, ${taking.name} ${stateWords[taking.state]}`
}

/** A waiting time in minutes as people say it: "30 min", "4 h", "6 days". */
export function sayMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} min`
  if (minutes < 24 * 60) return `${tidy(minutes / 60)} h`
  const days = tidy(minutes / (24 * 60))
  return `${days} ${days === 1 ? 'day' : 'days'}`
}

const stateWords: Record<HalfState, string> = {
  hollow: 'has not confirmed yet',
  filled: 'has confirmed',
  cracked: 'no longer agrees',
}

function tidy(value: number): number {
  return Math.round(value * 10) / 10
}
