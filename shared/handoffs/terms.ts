import { type Terms, termsContent } from '../model/link.ts'

export const termFields = Object.keys(termsContent.shape) as (keyof Terms)[]

/** Exactly what both parties see and sign, without anything else of the link. */
export function termsOf(link: Terms): Terms {
  return {
    passes: link.passes,
    channel: link.channel,
    trigger: link.trigger,
    expectedMinutes: link.expectedMinutes,
    acceptance: link.acceptance,
  }
}

/**
 * A short fingerprint of the terms, the same in browser and server. It tells versions apart; it is no secret:
 * who confirms also sends the terms they saw, and both are compared. FNV-1a over the canonical JSON, two lanes of 32 bit.
 */
export function hashTerms(terms: Terms): string {
  const canonical = JSON.stringify(termFields.toSorted().map((field) => [field, terms[field]]))
  return fnv1a(canonical, 0x811c9dc5) + fnv1a(canonical, 0x1000193)
}

/** The terms in which two versions differ, for showing what changed since a signature. */
export function changedTerms(before: Terms, after: Terms): (keyof Terms)[] {
  return termFields.filter((field) => before[field] !== after[field])
}

function fnv1a(input: string, seed: number): string {
  let hash = seed
  for (let index = 0; index < input.length; index++) {
    hash ^= input.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
