import { describe, expect, it } from 'vitest'
import { hashLayoutInput } from '../../shared/layout/hashLayoutInput.ts'
import { generateMap, usualShape } from './generateMap.ts'

describe('the name geometry is cached under', () => {
  it('stays the same while nothing that is drawn changes', () => {
    const input = generateMap(usualShape)
    const shuffled = { ...input, cards: input.cards.toReversed() }
    expect(hashLayoutInput(structuredClone(input))).toBe(hashLayoutInput(input))
    expect(hashLayoutInput(shuffled)).toBe(hashLayoutInput(input))
  })

  it('differs for each kind of change', () => {
    const input = generateMap(usualShape)
    const [card, link, lane, stage] = [input.cards[0]!, input.links[0]!, input.lanes[0]!, input.stages[0]!]
    const variants = [
      input,
      { ...input, lanes: input.lanes.toReversed() },
      { ...input, lanes: input.lanes.with(0, { ...lane, ownStages: !lane.ownStages }) },
      { ...input, stages: input.stages.with(0, { ...stage, minWidth: 300 }) },
      { ...input, cards: input.cards.with(0, { ...card, rank: 'zz' }) },
      { ...input, cards: input.cards.with(0, { ...card, column: 1 }) },
      { ...input, cards: input.cards.with(0, { ...card, height: 80 }) },
      { ...input, cards: input.cards.with(0, { ...card, below: true }) },
      { ...input, links: input.links.with(0, { ...link, loopBack: !link.loopBack }) },
      { ...input, links: input.links.with(0, { ...link, label: { width: 61, height: 20 } }) },
      { ...input, links: input.links.slice(1) },
      { ...input, cap: 1 },
      { ...input, minLaneHeight: 120 },
    ]
    expect(new Set(variants.map(hashLayoutInput)).size).toBe(variants.length)
  })
})
