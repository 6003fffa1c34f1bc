import type { Terms } from '../../shared/model/link.ts'
import { channelNames } from '../map/words.ts'
import { sayMinutes } from '../seam/seamWords.ts'

/** The terms in the order in which one reads them. */
export const termNames: Record<keyof Terms, string> = {
  passes: 'What passes',
  trigger: 'When',
  channel: 'By way of',
  expectedMinutes: 'Within',
  acceptance: 'Accepted when',
}

/** One term as people read it; empty while nobody has said it. */
export function sayTerm(field: keyof Terms, terms: Terms): string {
  if (field === 'channel') return terms.channel ? channelNames[terms.channel] : ''
  if (field === 'expectedMinutes')
    return terms.expectedMinutes === null ? '' : sayMinutes(terms.expectedMinutes)
  return terms[field]
}
