import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedTerms, hashTerms, termFields, termsOf } from '../../shared/handoffs/terms.ts'
import type { Terms } from '../../shared/model/link.ts'
import { channels } from '../../shared/model/touchpoint.ts'

const terms: fc.Arbitrary<Terms> = fc.record({
  passes: fc.string(),
  channel: fc.constantFrom(null, ...channels),
  trigger: fc.string(),
  expectedMinutes: fc.option(fc.nat(10_000)),
  acceptance: fc.string(),
})

it('the fingerprint follows the terms, whatever the order in which they are written', () => {
  fc.assert(
    fc.property(terms, terms, (one, other) => {
      const turned = Object.fromEntries(Object.entries(one).toReversed()) as Terms
      expect(hashTerms(turned)).toBe(hashTerms(one))
      expect(hashTerms(one) === hashTerms(other)).toBe(changedTerms(one, other).length === 0)
    }),
  )
})

it('names exactly the terms that changed', () => {
  fc.assert(
    fc.property(terms, fc.constantFrom(...termFields), (before, field) => {
      const after = {
        ...before,
        [field]: field === 'expectedMinutes' ? -1 : 'something else entirely',
      } as Terms
      expect(changedTerms(before, after)).toEqual([field])
    }),
  )
})

it('covers no field of the link that only one side sees', () => {
  const link = { passes: 'x', channel: null, trigger: '', expectedMinutes: 1, acceptance: '', id: 'link' }
  expect(termsOf(link)).not.toHaveProperty('id')
  expect(Object.keys(termsOf(link)).toSorted()).toEqual(termFields.toSorted())
})
