import { expect, it } from 'vitest'
import { derivedId } from '../../shared/model/derivedId.ts'
import { id as idSchema } from '../../shared/model/fields.ts'
import { newId } from '../support/journey.ts'

const [one, other] = [newId(), newId()]
const free = derivedId(one, other, () => false)

it('is an id, and the same for the same two', () => {
  expect(idSchema.safeParse(free).success).toBe(true)
  expect(derivedId(one, other, () => false)).toBe(free)
  expect(derivedId(one, newId(), () => false)).not.toBe(free)
})

it('is never one that is taken: the first free one after it', () => {
  const taken = new Set<string>()
  for (let more = 0; more < 20; more++) {
    const id = derivedId(one, other, (candidate) => taken.has(candidate))
    expect(taken.has(id)).toBe(false)
    expect(idSchema.safeParse(id).success).toBe(true)
    expect(derivedId(one, other, (candidate) => taken.has(candidate))).toBe(id)
    taken.add(id)
  }
  expect(taken.size).toBe(20)
})

it('goes round at the end', () => {
  const ends = ['00000000-0000-4000-8000-ffffffffffff', '00000000-0000-4000-8000-000000000000'] as const
  const last = derivedId(...ends, () => false)
  expect(last.endsWith('ffffffffffff')).toBe(true)
  expect(derivedId(...ends, (id) => id === last).endsWith('-000000000000')).toBe(true)
})
