import type { Answering } from '../../../shared/analysis/whoAnswers.ts'
import type { CardOwner } from '../journey/journey.ts'
import { accountabilityNames } from '../words.ts'

/** "Fernhill accountable (Marcus Webb)", "Oakes & Vale contributes, proposed". */
export function ownerWords({ name, answering, ownership: { accountability, state } }: CardOwner): string {
  const said = `${name} ${accountabilityNames[accountability]}${state === 'proposed' ? ', proposed' : ''}`
  return answering ? `${said} (${sayAnswering(answering)})` : said
}

/** "Marcus Webb", "Marcus Webb left, Joe Vale answers", "Marcus Webb left, nobody answers". */
export function sayAnswering({ name, left }: Answering): string {
  return left.length === 0 ? (name ?? 'nobody') : `${left.join(' and ')} left, ${name ?? 'nobody'} answers`
}

/** Delivers it, or is asked to; who is merely kept informed does not. */
export function delivers({ ownership }: CardOwner): boolean {
  return ownership.accountability !== 'informed'
}
