import { describe, expect, it } from 'vitest'
import { mapKey, organisationKey } from '../../shared/audience/audience.ts'
import { type AudienceChange, isChangeFor } from '../../shared/audience/audienceChange.ts'

const [own, partner, other, map] = [
  organisationKey('own'),
  organisationKey('partner'),
  organisationKey('other'),
  mapKey('shared'),
]
const change = (before: string[] | null, after: string[]): AudienceChange => ({
  ...{ before, after },
  organisationId: 'own',
  named: null,
})
const keys = (...held: string[]) => ({ keys: new Set(held), known: new Set<string>() })

describe('a change of who sees a row', () => {
  it('is none for whoever saw it already and sees it as before', () => {
    const shared = change([own, partner], [own, partner, other])
    expect(isChangeFor(shared, keys(partner))).toBe(false)
    expect(isChangeFor(shared, keys(other))).toBe(true)
  })

  it('is one for the organisation whose own the row is', () => {
    expect(isChangeFor(change([own], [own, other]), keys(own, map))).toBe(true)
  })

  it('is one for whoever is shown that it is shared otherwise', () => {
    expect(isChangeFor(change([own, partner], [own, partner, map]), keys(partner, map))).toBe(true)
  })

  it('is none for whoever lost it, who is told in another way', () => {
    expect(isChangeFor(change([own, partner], [own]), keys(partner))).toBe(false)
  })
})

it('any other change is one for all who see the row', () => {
  expect(isChangeFor(change(null, [own, partner]), keys(partner))).toBe(true)
  expect(isChangeFor(change(null, [own, partner]), keys(other))).toBe(false)
})

describe('a party that passes from one organisation to another', () => {
  const passes = (before: (string | null)[], after: (string | null)[]): AudienceChange => ({
    ...{ before: [map], after: [map, own], organisationId: null },
    named: { before, after },
  })
  const reader = (...known: string[]) => ({ keys: new Set([map]), known: new Set(known) })

  it('is no change for whoever knows neither', () => {
    expect(isChangeFor(passes(['one', 'keeper'], ['two', 'keeper']), reader())).toBe(false)
  })

  it('is one for whoever knows one of them, and where nobody held or holds it', () => {
    for (const known of ['one', 'two'])
      expect(isChangeFor(passes(['one', 'keeper'], ['two', 'keeper']), reader(known))).toBe(true)
    expect(isChangeFor(passes([null, 'keeper'], ['two', 'keeper']), reader())).toBe(true)
  })
})
