import ELK from 'elkjs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import type { Drawing, ElkLike, LayoutCard, LayoutInput } from '../../shared/layout/types.ts'
import { generateMap, usualShape } from './generateMap.ts'
import { isLongRun, mapArbitrary } from './mapArbitrary.ts'
import { routedByElk } from './routedByElk.ts'
import { tidiedMap } from './tidiedMap.ts'

const elk: ElkLike = new ELK()

function card(id: string, rank: string, changes: Partial<LayoutCard> = {}): LayoutCard {
  return { id, laneId: 'insurer', stageId: 'claim', rank, width: 152, height: 56, ...changes }
}

/** The insurer decides a claim; two of its steps the policyholder never sees. */
const claims: LayoutInput = {
  lanes: [
    { id: 'insurer', ownStages: false },
    { id: 'broker', ownStages: false },
  ],
  stages: [
    { id: 'claim', laneId: null },
    { id: 'renew', laneId: null },
  ],
  cards: [
    card('reserve', 'a0', { below: true }),
    card('decide', 'a1'),
    card('audit', 'a2', { below: true }),
    card('pay', 'a3'),
    card('offer', 'a4', { stageId: 'renew' }),
    card('tell', 'a0', { laneId: 'broker' }),
  ].map((one) => ({ ...one, column: 0 })),
  links: [{ id: 'sum', from: 'reserve', to: 'decide', loopBack: false }],
}

function drawn(drawing: Drawing, id: string) {
  return drawing.cards.find((one) => one.id === id)!
}

/** The layout as it was when it knew of no line. */
function drawWithoutLines(input: LayoutInput): Drawing {
  return drawLayout({ ...input, cards: input.cards.map(({ below: _, ...rest }) => rest) })
}

describe('a lane with touchpoints the customer does not see', () => {
  it('has a line of visibility: what is seen above it, all else below, each in the order of its ranks', () => {
    const drawing = drawLayout(claims)
    expect(findLayoutViolations(claims, drawing)).toEqual([])
    const upwards = ['decide', 'pay', 'reserve', 'audit'].map((id) => drawn(drawing, id).y)
    expect(upwards).toEqual(upwards.toSorted((a, b) => a - b))
    const { y, row } = drawing.lanes[0]!.line!
    expect(drawn(drawing, 'pay').y + 56).toBeLessThan(y)
    expect(drawn(drawing, 'reserve').y).toBeGreaterThan(y)
    expect(drawn(drawing, 'reserve').row).toBe(row)
  })

  it('leaves the other lanes without one', () => {
    expect(drawLayout(claims).lanes[1]!.line).toBeUndefined()
    expect(drawWithoutLines(claims).lanes[0]!.line).toBeUndefined()
  })

  it('has its line on top where all of it is behind the scenes, below the headings of its own stages', () => {
    const input = {
      ...claims,
      lanes: [{ id: 'insurer', ownStages: true }],
      stages: [{ id: 'claim', laneId: 'insurer' }],
      cards: [card('reserve', 'a0', { below: true })],
      links: [],
    }
    const drawing = drawLayout(input)
    expect(findLayoutViolations(input, drawing)).toEqual([])
    expect(drawing.lanes[0]!.line!.row).toBe(0)
  })

  it('moves a card below its line in its own column, and nothing else, once it is no longer seen', () => {
    const before = drawLayout(claims)
    const cards = claims.cards.map((one) => (one.id === 'pay' ? { ...one, below: true } : one))
    const hidden = { ...claims, cards }
    const after = drawLayout(hidden, before)
    expect(findLayoutViolations(hidden, after)).toEqual([])
    const columns = ({ cards: all }: Drawing) => all.map(({ id, column }) => [id, column])
    expect(columns(after)).toEqual(columns(before))
    expect(drawn(after, 'pay').y).toBeGreaterThan(after.lanes[0]!.line!.y)
    expect(drawn(after, 'decide')).toEqual(drawn(before, 'decide'))
    const back = drawLayout(claims, after)
    expect(drawn(back, 'pay').y).toBeLessThan(back.lanes[0]!.line!.y)
  })

  it('shows a touchpoint of two lanes as two halves where one card would reach across a line', () => {
    const shared = (below: boolean) => ({
      ...claims,
      cards: [
        ...claims.cards,
        card('call', 'a9', { below }),
        card('callSide', 'a9', { laneId: 'broker', below }),
      ],
      bonds: [{ id: 'callSide', cardId: 'call' }],
    })
    for (const input of [shared(true), shared(false)]) {
      const drawing = drawLayout(input)
      expect(drawing.bonds[0]!.isOne).toBe(false)
      expect(findLayoutViolations(input, drawing)).toEqual([])
    }
  })
})

describe('maps with lines of visibility', () => {
  it('break a rule of the checker as soon as the layout forgets who is behind the scenes', () => {
    let forgotten = 0
    fc.assert(
      fc.property(mapArbitrary(isLongRun ? 200 : 60), (input) => {
        const isDivided = input.cards.some(({ below }) => below)
        expect(findLayoutViolations(input, drawLayout(input))).toEqual([])
        const faults = findLayoutViolations(input, drawWithoutLines(input)).map(({ kind }) => kind)
        expect(faults.includes('missingLine')).toBe(isDivided)
        if (isDivided) forgotten += 1
      }),
      { numRuns: isLongRun ? 500 : 60 },
    )
    expect(forgotten).toBeGreaterThan(0)
  }, 600_000)

  it('keep every rule when ELK routes them', async () => {
    for (let seed = 1; seed <= (isLongRun ? 100 : 12); seed += 1) {
      const input = generateMap({
        ...usualShape,
        ...{ seed, cards: 10 + ((seed * 11) % 60), lanes: 1 + (seed % 5), stages: seed % 8 },
        ...{
          ownLanes: seed % 2,
          mixedSizes: seed % 3 === 0,
          belowShare: 0.3,
          sideShare: seed % 4 === 0 ? 0.2 : 0,
        },
      })
      const drawing = await routedByElk(input, elk, `map ${seed}`)
      expect(findLayoutViolations(input, drawing)).toEqual([])
    }
  }, 600_000)

  it('are tidied up with every card on its side', () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const input = generateMap({ ...usualShape, seed, cards: 30, belowShare: 0.4 })
      const tidied = tidiedMap(input, 40)
      expect(tidied.cards.map(({ below }) => below)).toEqual(input.cards.map(({ below }) => below))
      expect(findLayoutViolations(tidied, drawLayout(tidied))).toEqual([])
    }
  }, 60_000)
})
