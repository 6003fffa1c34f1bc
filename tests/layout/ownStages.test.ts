import { describe, expect, it } from 'vitest'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import type { Drawing, LayoutInput } from '../../shared/layout/types.ts'

const size = { width: 152, height: 56, rank: 'a0' }

/** The insurer follows the spine; the broker has stages of its own. */
const input: LayoutInput = {
  lanes: [
    { id: 'insurer', ownStages: false },
    { id: 'broker', ownStages: true },
  ],
  stages: [
    ...['need', 'choose', 'buy', 'claim'].map((id) => ({ id, laneId: null })),
    ...['win', 'place', 'keep'].map((id) => ({ id, laneId: 'broker' })),
  ],
  cards: [
    { id: 'quote', laneId: 'insurer', stageId: 'choose', ...size },
    { id: 'bind', laneId: 'insurer', stageId: 'buy', ...size },
    { id: 'decide', laneId: 'insurer', stageId: 'claim', ...size },
    { id: 'ask', laneId: 'broker', stageId: 'win', ...size },
    { id: 'order', laneId: 'broker', stageId: 'place', ...size },
    { id: 'tell', laneId: 'broker', stageId: 'keep', ...size },
  ],
  links: [
    { id: 'l1', from: 'ask', to: 'quote', loopBack: false },
    { id: 'l2', from: 'order', to: 'bind', loopBack: false },
    { id: 'l3', from: 'decide', to: 'tell', loopBack: false },
  ],
}

describe('a lane with stages of its own', () => {
  it('lines its cards up with the cards they hand over to', () => {
    const drawing = drawLayout(input)
    const column = columns(drawing)
    expect(column('ask')).toBe(column('quote'))
    expect(column('order')).toBe(column('bind'))
    expect(column('tell')).toBe(column('decide'))
  })

  it('shows its headings inside the lane, each from the first of its cards to the next heading', () => {
    const drawing = drawLayout(input)
    const lane = drawing.lanes[1]!
    const headings = drawing.stages.filter((stage) => stage.laneId === 'broker')
    expect(headings.map((stage) => stage.id)).toEqual(['win', 'place', 'keep'])
    expect(headings.every((stage) => stage.y === lane.y && stage.height === 22)).toBe(true)
    expect(headings[0]!.x).toBe(0)
    expect(headings[0]!.x + headings[0]!.width).toBe(headings[1]!.x)
    expect(headings[2]!.x + headings[2]!.width).toBe(drawing.width)
  })

  it('keeps its own order even where handoffs pull the other way', () => {
    const links = [
      { id: 'l1', from: 'decide', to: 'ask', loopBack: false },
      { id: 'l2', from: 'quote', to: 'tell', loopBack: false },
    ]
    const column = columns(drawLayout({ ...input, links }))
    expect(column('ask')).toBeLessThan(column('order'))
    expect(column('order')).toBeLessThan(column('tell'))
  })

  it('is not pulled out of time by a rework loop', () => {
    const links = [...input.links, { id: 'again', from: 'tell', to: 'ask', loopBack: true }]
    const before = columns(drawLayout(input))
    const after = columns(drawLayout({ ...input, links }))
    expect(input.cards.map((card) => after(card.id))).toEqual(input.cards.map((card) => before(card.id)))
  })

  it('has room for a stage that holds nothing yet', () => {
    const cards = input.cards.filter((card) => card.id !== 'order')
    const stage = drawLayout({ ...input, cards }).stages.find((candidate) => candidate.id === 'place')
    expect(stage!.width).toBeGreaterThanOrEqual(184)
  })

  it('lines up with other such lanes when nobody follows a spine', () => {
    const drawing = drawLayout({
      lanes: [
        { id: 'maker', ownStages: true },
        { id: 'seller', ownStages: true },
      ],
      stages: [
        ...['plan', 'build', 'ship'].map((id) => ({ id, laneId: 'maker' })),
        ...['offer', 'sell'].map((id) => ({ id, laneId: 'seller' })),
      ],
      cards: [
        { id: 'a', laneId: 'maker', stageId: 'plan', ...size },
        { id: 'b', laneId: 'maker', stageId: 'build', ...size },
        { id: 'c', laneId: 'maker', stageId: 'ship', ...size },
        { id: 'd', laneId: 'seller', stageId: 'offer', ...size },
        { id: 'e', laneId: 'seller', stageId: 'sell', ...size },
      ],
      links: [
        { id: 'l1', from: 'b', to: 'd', loopBack: false },
        { id: 'l2', from: 'c', to: 'e', loopBack: false },
      ],
    })
    const column = columns(drawing)
    expect([column('a'), column('b'), column('c')]).toEqual([0, 1, 2])
    expect([column('d'), column('e')]).toEqual([1, 2])
  })
})

function columns(drawing: Drawing) {
  const byId = new Map(drawing.cards.map((card) => [card.id, card.column]))
  return (id: string) => byId.get(id)!
}
