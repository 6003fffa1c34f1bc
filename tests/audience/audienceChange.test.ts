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
})
const keys = (...held: string[]) => new Set(held)

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
