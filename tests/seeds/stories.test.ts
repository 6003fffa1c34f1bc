import { describe, expect, it } from 'vitest'
import { insurance } from '../../seeds/insurance.ts'
import { orderToCash } from '../../seeds/orderToCash.ts'
import { retail } from '../../seeds/retail.ts'
import { loadStories, stories } from '../../seeds/stories.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import { layoutOf } from '../support/layoutOf.ts'
import { replay } from './replay.ts'

describe.each(stories.map((story) => [story.key, story] as const))('the story %s', (_key, story) => {
  const told = replay(story)

  it('is labelled as a demo', () => {
    expect(told.rows.all('ecosystem')).toMatchObject([{ demo: true }])
    expect(told.rows.all('map')[0]!.scope).toContain('plausible')
  })

  it('has everyone it speaks of hold a party, and nobody else', () => {
    const held = told.rows.all('party').flatMap((party) => party.heldByOrganisationId ?? [])
    expect(held.toSorted()).toEqual(story.organisations.map(({ id }) => id).toSorted())
    for (const { people } of story.organisations)
      for (const { email } of people) expect(email).toMatch(/^[a-z]+@[a-z]+\.example$/)
  })

  it('leaves no lane and no stage empty', () => {
    const cards = told.rows.all('touchpoint')
    for (const lane of told.rows.all('lane')) expect(cards.some((card) => card.laneId === lane.id)).toBe(true)
    for (const stage of told.rows.all('stage'))
      expect(
        cards.some((card) => card.stageId === stage.id),
        stage.name,
      ).toBe(true)
  })

  it('says who begins contacts and for which segments they hold, so that one can look for them', () => {
    const cards = told.rows.all('touchpoint')
    expect(new Set(cards.map(({ initiatorPartyId }) => initiatorPartyId)).size).toBeGreaterThan(2)
    expect(cards.some(({ segments }) => segments.length > 0)).toBe(true)
  })

  it('says of every decision what one chooses between, and of every exit why and how many leave', () => {
    const cards = told.rows.all('touchpoint')
    for (const { kind, name, options } of cards)
      if (kind === 'decision') expect(options.length, name).toBeGreaterThan(1)
    for (const { kind, name, reasons, leavers } of cards)
      if (kind === 'exit') expect([reasons.length > 0, leavers !== null], name).toEqual([true, true])
  })

  it('is drawn without a fault for every organisation, over what each of them sees', () => {
    for (const { name } of story.organisations) {
      const input = layoutOf(told.seenBy(name))
      expect(findLayoutViolations(input, drawLayout(input)), name).toEqual([])
    }
  })
})

it.each([insurance, retail, orderToCash])(
  '$name is the same story with the same ids each time it is told',
  (tell) => {
    expect(tell()).toEqual(tell())
  },
)

it('the stories are told one edit after the other, numbered per person from 1', async () => {
  const numbers = new Map<string, number[]>()
  let isBusy = false
  await loadStories(stories, async (_ecosystemId, { edit }) => {
    expect(isBusy).toBe(false)
    isBusy = true
    await Promise.resolve()
    numbers.set(edit.clientId, [...(numbers.get(edit.clientId) ?? []), edit.number])
    isBusy = false
  })
  for (const given of numbers.values()) expect(given).toEqual(given.map((_, index) => index + 1))
  expect(numbers.size).toBe(2 + 6 + 3)
})

it('people and organisations of the stories are all different', () => {
  const cast = stories.flatMap(({ organisations }) => organisations)
  const ids = cast.flatMap(({ id, people }) => [id, ...people.flatMap((person) => [person.id, person.email])])
  expect(new Set(ids).size).toBe(ids.length)
})
