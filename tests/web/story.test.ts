import { describe, expect, it } from 'vitest'
import {
  advance,
  bakeryDay,
  beginning,
  brokerDay,
  isAgreed,
  type StoryMove,
  statements,
} from '../../web/welcome/story.ts'

const play = (...moves: StoryMove[]) => moves.reduce(advance, beginning)
const bothConfirm: StoryMove[] = [{ type: 'confirm' }, { type: 'be', side: 'fernhill' }, { type: 'confirm' }]

describe('the story of the first page', () => {
  it('begins with a bakery that hears on Monday', () => {
    expect([brokerDay(beginning), bakeryDay(beginning)]).toEqual([6, 6])
    expect(statements(beginning)).toEqual({
      fernhill: 'We take 1 day.',
      oakes: 'We wait 6.',
      bakery: 'Nobody told us.',
    })
  })

  it('lets nobody confirm for the other side', () => {
    const story = play({ type: 'confirm' })
    expect(story.halves).toEqual({ fernhill: 'cracked', oakes: 'filled' })
    expect(isAgreed(story)).toBe(false)
  })

  it('lets the bakery hear in time once both agree who phones', () => {
    const story = play({ type: 'change', terms: { phones: 'oakes', withinDays: 2 } }, ...bothConfirm)
    expect(bakeryDay(story)).toBe(2)
  })

  it('does not take an agreed time for a phone call', () => {
    const story = play(...bothConfirm)
    expect([brokerDay(story), bakeryDay(story)]).toEqual([1, 6])
  })

  it('reopens both halves when a term changes', () => {
    const agreed = play({ type: 'change', terms: { phones: 'oakes' } }, ...bothConfirm)
    const changed = advance(agreed, { type: 'change', terms: { withinDays: 0 } })
    expect(changed.halves).toEqual({ fernhill: 'cracked', oakes: 'cracked' })
    expect(bakeryDay(changed)).toBe(6)
  })
})
