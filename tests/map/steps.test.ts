import { describe, expect, it } from 'vitest'
import { stepsOf, stepWords } from '../../web/map/steps.ts'

describe('what happens', () => {
  it('reads step by step where lines stand under each other, without the signs they were typed with', () => {
    const steps = ['Opens the claim', 'Checks the policy', '24 hours later: phones']
    expect(stepsOf('Opens the claim\nChecks the policy\n24 hours later: phones')).toEqual(steps)
    expect(stepsOf('1. Opens the claim\r\n2) Checks the policy\n- 24 hours later: phones\n')).toEqual(steps)
    expect(stepWords('Opens the claim\nChecks the policy')).toBe('1. Opens the claim 2. Checks the policy')
  })

  it.each(['', 'The letter goes out the same day.', 'One paragraph.\n\nAnother one.', '- only one'])(
    'stays the plain text %j',
    (text) => {
      expect(stepsOf(text)).toBeNull()
      expect(stepWords(text)).toBe(text)
    },
  )
})
