import ELK from 'elkjs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insurance } from '../../seeds/insurance.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import { hashLayoutInput } from '../../shared/layout/hashLayoutInput.ts'
import { tidyLayout } from '../../shared/layout/tidyLayout.ts'
import type { ElkLike, LayoutCard, LayoutInput } from '../../shared/layout/types.ts'
import { replay } from '../seeds/replay.ts'
import { layoutOf } from '../support/layoutOf.ts'
import { generateMap, usualShape } from './generateMap.ts'
import { isLongRun, sharedMapArbitrary } from './mapArbitrary.ts'
import { routedByElk } from './routedByElk.ts'

const elk: ElkLike = new ELK()
const size = { width: 152, height: 56 }

function card(id: string, laneId: string, stageId = 'choose', rank = 'a0'): LayoutCard {
  return { id, laneId, stageId, rank, ...size }
}

/** The bakery and the broker talk about what the bakery needs; the insurer is not part of it. */
function openMap(lanes: string[], changes: Partial<LayoutInput> = {}): LayoutInput {
  return {
    lanes: lanes.map((id) => ({ id, ownStages: false })),
    stages: [
      { id: 'need', laneId: null },
      { id: 'choose', laneId: null },
    ],
    cards: [card('factFind', 'bakery'), card('factFindSide', 'broker')],
    links: [],
    bonds: [{ id: 'factFindSide', cardId: 'factFind' }],
    ...changes,
  }
}

describe('a touchpoint of two lanes', () => {
  it.each([[['broker', 'bakery']], [['bakery', 'broker']]])(
    'is one card across the gutter between neighbours %s',
    (lanes) => {
      const input = openMap(lanes)
      const drawing = drawLayout(input)
      expect(drawing.bonds).toMatchObject([{ id: 'factFindSide', cardId: 'factFind', isOne: true }])
      expect(new Set(drawing.cards.map(({ x }) => x)).size).toBe(1)
      expect(findLayoutViolations(input, drawing)).toEqual([])
    },
  )

  it('is two halves joined by a band across the lanes between', () => {
    const input = openMap(['broker', 'insurer', 'bakery'])
    const [bond] = drawLayout(input).bonds
    expect(bond!.isOne).toBe(false)
    expect(bond!.points).toHaveLength(2)
    expect(findLayoutViolations(input, drawLayout(input))).toEqual([])
  })

  it('is two halves where its stages do not meet', () => {
    const cards = [card('factFind', 'bakery', 'need'), card('factFindSide', 'broker')]
    const input = openMap(['broker', 'bakery'], { cards })
    expect(drawLayout(input).bonds[0]!.isOne).toBe(false)
    expect(findLayoutViolations(input, drawLayout(input))).toEqual([])
  })

  it('finds its column also in a lane with stages of its own', () => {
    const input = openMap(['broker', 'bakery'])
    const own = {
      ...input,
      lanes: [
        { id: 'broker', ownStages: true },
        { id: 'bakery', ownStages: false },
      ],
      stages: [...input.stages, ...['win', 'place', 'keep'].map((id) => ({ id, laneId: 'broker' }))],
      cards: [
        card('factFind', 'bakery', 'need'),
        card('factFindSide', 'broker', 'win'),
        card('portal', 'broker', 'place'),
      ],
    }
    expect(drawLayout(own).bonds[0]!.isOne).toBe(true)
    expect(findLayoutViolations(own, drawLayout(own))).toEqual([])
  })

  it('stands at the edges of its lanes when other cards share its column', () => {
    const cards = [
      card('asks', 'broker', 'choose', 'a0'),
      card('factFindSide', 'broker', 'choose', 'a1'),
      card('factFind', 'bakery', 'choose', 'a0'),
      card('compares', 'bakery', 'choose', 'a1'),
    ].map((one) => ({ ...one, column: 0 }))
    const input = openMap(['broker', 'bakery'], { cards })
    expect(drawLayout(input).bonds[0]!.isOne).toBe(true)
    expect(findLayoutViolations(input, drawLayout(input))).toEqual([])
  })

  it('leaves room beside it for what passes between the same lanes', () => {
    const label = { width: 130, height: 26 }
    const cards = [
      card('factFind', 'bakery', 'need'),
      card('factFindSide', 'broker', 'need'),
      card('quote', 'broker', 'choose'),
      card('compares', 'bakery', 'choose'),
    ]
    const links = [{ id: 'facts', from: 'factFind', to: 'quote', loopBack: false, label }]
    const input = openMap(['broker', 'bakery'], { cards, links })
    const drawing = drawLayout(input)
    expect(drawing.bonds[0]!.isOne).toBe(true)
    expect(drawing.links[0]!.hiddenLabel).toBeUndefined()
    expect(findLayoutViolations(input, drawing)).toEqual([])
  })

  it('comes together when the card it takes the place of goes', () => {
    const { rows, card: named } = replay(insurance())
    const [own, given] = [named('Registers the loss').id, named('Notifies the loss').id]
    const input = layoutOf(rows)
    const bonds = [...(input.bonds ?? []), { id: 'side', cardId: own }]
    const side = { ...input.cards.find(({ id }) => id === given)!, id: 'side' }
    const asked = drawLayout({ ...input, cards: [...input.cards, side], bonds }, drawLayout(input))
    expect(asked.bonds.find(({ id }) => id === 'side')!.isOne).toBe(false)
    const cards = [...input.cards.filter(({ id }) => id !== given), side]
    const links = input.links.filter(({ from, to }) => from !== given && to !== given)
    const accepted = drawLayout({ ...input, cards, bonds, links }, asked)
    expect(accepted.bonds.find(({ id }) => id === 'side')!.isOne).toBe(true)
  })

  it('draws another map than the same two cards unshared', () => {
    const input = openMap(['broker', 'bakery'])
    expect(hashLayoutInput(input)).not.toBe(hashLayoutInput({ ...input, bonds: [] }))
  })
})

describe('maps with shared touchpoints', () => {
  it('keep every rule of the checker, whatever their shape', () => {
    let [one, all] = [0, 0]
    fc.assert(
      fc.property(
        sharedMapArbitrary(isLongRun ? 200 : 90),
        fc.constantFrom(undefined, 1, 2, 4),
        (map, cap) => {
          const input = { ...map, cap }
          const drawing = drawLayout(input)
          expect(findLayoutViolations(input, drawing)).toEqual([])
          expect(drawing.bonds).toHaveLength(input.bonds!.length)
          one += drawing.bonds.filter(({ isOne }) => isOne).length
          all += drawing.bonds.length
        },
      ),
      { numRuns: isLongRun ? 2000 : 150 },
    )
    // Both ways of drawing them were met.
    expect(one).toBeGreaterThan(0)
    expect(all - one).toBeGreaterThan(0)
  }, 600_000)

  it('keep every rule when ELK routes them', async () => {
    const count = isLongRun ? 200 : 20
    for (let seed = 1; seed <= count; seed += 1) {
      const input = generateMap({
        ...usualShape,
        seed,
        cards: 10 + ((seed * 11) % 60),
        lanes: 2 + (seed % 5),
        stages: seed % 8,
        ownLanes: seed % 3,
        mixedSizes: seed % 3 === 0,
        sideShare: 0.25,
      })
      const drawing = await routedByElk(input, elk, `map ${seed}`)
      expect(findLayoutViolations(input, drawing)).toEqual([])
    }
  }, 600_000)

  it('draw the same from the same rows, and again from their own drawing', () => {
    fc.assert(
      fc.property(sharedMapArbitrary(60), (input) => {
        const drawing = drawLayout(input)
        expect(drawLayout({ ...input, cards: input.cards.toReversed() })).toEqual(drawing)
        const again = drawLayout({ ...input, minLaneHeight: 1 }, drawing)
        expect(again.cards.map(({ id, column, row }) => [id, column, row])).toEqual(
          drawing.cards.map(({ id, column, row }) => [id, column, row]),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('are tidied up without breaking a rule', () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const input = generateMap({ ...usualShape, seed, cards: 30, sideShare: 0.3 })
      const places = new Map(tidyLayout(input, { iterations: 20 }).map((place) => [place.cardId, place]))
      const cards = input.cards.map((one) => {
        const place = places.get(one.id)
        return place ? { ...one, column: place.column, rank: String(place.order).padStart(8, '0') } : one
      })
      const tidied = { ...input, cards }
      expect(findLayoutViolations(tidied, drawLayout(tidied))).toEqual([])
    }
  })
})
