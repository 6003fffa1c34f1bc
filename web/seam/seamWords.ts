import { type HalfState, isShut } from './seamShapes.ts'

/** One organisation's half of a handoff. */
export interface SeamSide {
  name: string
  state: HalfState
  /** `yours` when the acting organisation stands on this side. */
  relation: 'yours' | 'others'
  /** No organisation holds this side: others describe what it does. */
  isSilent?: boolean
  /** This side takes; it is the other one, called this, for which nobody speaks. */
  reliesOn?: string
}

/**
 * The state of a handoff in one sentence, for people who do not see the discs,
 * e.g. "Fernhill has confirmed, Oakes & Vale has not confirmed yet".
 */
export function describeSeam(giving: SeamSide, taking?: SeamSide): string {
  if (!taking) return describeOneSided(giving)
  if (isShut(giving.state, taking.state)) return `${giving.name} and ${taking.name} have confirmed`
  return `${giving.name} ${stateWords[giving.state]}, ${taking.name} ${stateWords[taking.state]}`
}

function describeOneSided({ name, isSilent, reliesOn }: SeamSide): string {
  if (reliesOn) return `${name} relies on this, and nobody speaks for ${reliesOn} yet`
  if (isSilent) return `described for ${name}, for which nobody speaks yet`
  return `a promise by ${name}, which nobody confirms`
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
