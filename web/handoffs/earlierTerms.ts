import type { Handoff } from '../../shared/handoffs/handoff.ts'
import { changedTerms, termsOf } from '../../shared/handoffs/terms.ts'
import type { Terms } from '../../shared/model/link.ts'
import { sayTerm } from './termWords.ts'

/** What the sides had confirmed of a term that reads differently today; those who confirmed the same stand together. */
export function earlierTerms(handoff: Handoff, field: keyof Terms): { value: string; by: string }[] {
  const now = termsOf(handoff.link)
  const values = new Map<string, string[]>()
  for (const { state, confirmation, partyName } of [handoff.from, handoff.to]) {
    if (state !== 'changed' || !confirmation) continue
    if (!changedTerms(confirmation.terms, now).includes(field)) continue
    const value = sayTerm(field, confirmation.terms)
    values.set(value, [...(values.get(value) ?? []), partyName])
  }
  return [...values].map(([value, names]) => ({ value, by: names.join(' and ') }))
}
