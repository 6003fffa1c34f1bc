import type { CardOwner } from '../journey/journey.ts'
import { accountabilityNames } from '../words.ts'

/** "Fernhill accountable", "Oakes & Vale contributes, proposed". */
export function ownerWords({ name, ownership: { accountability, state } }: CardOwner): string {
  return `${name} ${accountabilityNames[accountability]}${state === 'proposed' ? ', proposed' : ''}`
}

/** Delivers it, or is asked to; who is merely kept informed does not. */
export function delivers({ ownership }: CardOwner): boolean {
  return ownership.accountability !== 'informed'
}
