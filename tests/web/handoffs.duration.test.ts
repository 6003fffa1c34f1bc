import fc from 'fast-check'
import { expect, it } from 'vitest'
import { durationUnits, joinDuration, splitDuration } from '../../web/handoffs/duration.ts'

it('shows a duration in the largest unit in which it is whole', () => {
  expect(splitDuration(2880)).toEqual({ amount: 2, unit: 'days' })
  expect(splitDuration(90)).toEqual({ amount: 90, unit: 'minutes' })
  expect(splitDuration(240)).toEqual({ amount: 4, unit: 'hours' })
  expect(splitDuration(null)).toEqual({ amount: null, unit: 'days' })
})

it('loses no minute on the way to the field and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_256_000 }), (minutes) => {
      const { amount, unit } = splitDuration(minutes)
      expect(joinDuration(amount!, unit)).toBe(minutes)
    }),
  )
})

it('takes no more than ten years, and nothing for an empty field', () => {
  expect(joinDuration(99_999, 'days')).toBe(3_650 * durationUnits.days.minutes)
  expect(joinDuration('', 'hours')).toBeNull()
})
