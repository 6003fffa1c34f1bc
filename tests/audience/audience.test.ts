import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isVisible,
  isVisibleToBoth,
  keysOf,
  liesWithin,
  lostKeys,
  mapKey,
  organisationKey,
  personKey,
} from '../../shared/audience/audience.ts'
import { defaultAudience } from '../../shared/audience/defaultAudience.ts'
import { rowKinds } from '../../shared/model/rows.ts'
import { newId } from '../support/journey.ts'

const key = fc.constantFrom('map:1', 'map:2', 'org:1', 'org:2', 'person:1', 'ecosystem:1')
const keys = fc.uniqueArray(key)

describe('who sees a row', () => {
  it('an empty audience is nobody, never everybody', () => {
    const nobodySees = (see: typeof isVisible) => {
      fc.assert(fc.property(keys, (held) => !see([], new Set(held))))
    }
    nobodySees(isVisible)
    const emptyMeansAll: typeof isVisible = (audience, held) =>
      audience.length === 0 || isVisible(audience, held)
    expect(() => nobodySees(emptyMeansAll)).toThrow()
  })

  it('a row is visible exactly when the audience and the keys meet', () => {
    fc.assert(
      fc.property(keys, keys, (audience, held) => {
        expect(isVisible(audience, new Set(held))).toBe(held.some((one) => audience.includes(one)))
      }),
    )
  })

  it('one organisation may show another only what both see', () => {
    const mine = new Set(['map:1', 'org:1'])
    const theirs = new Set(['map:1', 'org:2'])
    expect(isVisibleToBoth(['map:1'], mine, theirs)).toBe(true)
    expect(isVisibleToBoth(['org:1'], mine, theirs)).toBe(false)
    expect(isVisibleToBoth(['org:1', 'org:2'], mine, theirs)).toBe(true)
  })

  it('a viewer holds the keys of one organisation, not of all that the person belongs to', () => {
    const [personId, organisationId, mapId] = [newId(), newId(), newId()]
    const held = keysOf({ personId, organisationId }, { ecosystemIds: [], mapIds: [mapId] })
    expect([...held].toSorted()).toEqual(
      [personKey(personId), organisationKey(organisationId), mapKey(mapId)].toSorted(),
    )
  })

  it('names who loses a row when its audience narrows', () => {
    expect(lostKeys(['org:1', 'map:1'], ['org:1'])).toEqual(['map:1'])
    expect(lostKeys(['org:1'], ['org:1', 'map:1'])).toEqual([])
  })
})

describe("a child's audience lies within its parent's", () => {
  const map = { id: '1', activeOrganisationIds: ['1'] }

  it.each([
    [['map:1'], ['map:1'], true],
    [['org:1'], ['map:1'], true],
    [['org:2'], ['map:1'], false],
    [['map:1'], ['org:1'], false],
    [['ecosystem:1'], ['map:1'], false],
    [['org:1', 'org:2'], ['org:1'], false],
  ])('%j within %j: %s', (child, parent, expected) => {
    expect(liesWithin(child, parent, map)).toBe(expected)
  })

  it('whoever sees the child sees the parent', () => {
    fc.assert(
      fc.property(keys, keys, fc.constantFrom('1', '2'), (child, parent, organisationId) => {
        if (!liesWithin(child, parent, map)) return
        const isActive = map.activeOrganisationIds.includes(organisationId)
        const held = new Set([organisationKey(organisationId), ...(isActive ? [mapKey(map.id)] : [])])
        if (isVisible(child, held)) expect(isVisible(parent, held)).toBe(true)
      }),
    )
  })
})

describe('default audiences', () => {
  const content = {
    mapId: 'm',
    organisationId: 'o',
    personId: 'p',
    askedOrganisationId: 'a',
    askedOrganisationIds: ['o', 'a'],
    heldByOrganisationId: null,
    stewardOrganisationId: 's',
  } as never
  const ids = { id: 'row', ecosystemId: 'e' }
  const audienceOf = (kind: (typeof rowKinds)[number]) => defaultAudience[kind](content, ids)

  it('never leave a new row without an audience', () => {
    for (const kind of rowKinds) expect(audienceOf(kind).length, kind).toBeGreaterThan(0)
  })

  it("keep an organisation's perspective and its people its own", () => {
    expect(audienceOf('perspective')).toEqual(['org:o'])
    expect(audienceOf('responsibility')).toEqual(['org:o'])
  })

  it('keep a vote its person’s, and a round that of its organisations', () => {
    expect(audienceOf('vote')).toEqual(['person:p'])
    expect(audienceOf('round')).toEqual(['org:o', 'org:a'])
  })

  it('show what is on a map to those who take part in it, and never to the whole ecosystem', () => {
    for (const kind of ['lane', 'stage', 'touchpoint', 'ownership', 'link', 'confirmation'] as const)
      expect(audienceOf(kind), kind).toEqual(['map:m'])
    for (const kind of rowKinds.filter((one) => one !== 'ecosystem'))
      expect(audienceOf(kind).join(), kind).not.toContain('ecosystem:')
  })
})
