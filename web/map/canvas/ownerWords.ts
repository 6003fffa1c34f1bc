import type { Answering } from '../../../shared/analysis/whoAnswers.ts'
import type { CardOwner } from '../journey/journey.ts'
import { accountabilityNames } from '../words.ts'

/** "Fernhill accountable (Claims, Leeds: Marcus Webb)", "Oakes & Vale contributes, proposed". */
export function ownerWords(owner: CardOwner): string {
  const { name, answering, ownership } = owner
  const { accountability, state } = ownership
  const said = `${name} ${accountabilityNames[accountability]}${state === 'proposed' ? ', proposed' : ''}`
  const inside = [insideWords(owner), answering ? sayAnswering(answering) : ''].filter(Boolean).join(': ')
  return inside ? `${said} (${inside})` : said
}

/** "Claims, Leeds"; empty while one knows neither the department nor the region. */
export function insideWords({ inside }: Pick<CardOwner, 'inside'>): string {
  return [inside?.department, inside?.region].filter(Boolean).join(', ')
}

/** "Marcus Webb", "Marcus Webb left, Joe Vale answers", "Marcus Webb left, nobody answers". */
export function sayAnswering({ name, left }: Answering): string {
  return left.length === 0 ? (name ?? 'nobody') : `${left.join(' and ')} left, ${name ?? 'nobody'} answers`
}

/** Delivers it, or is asked to; who is merely kept informed does not. */
export function delivers({ ownership }: CardOwner): boolean {
  return ownership.accountability !== 'informed'
}
