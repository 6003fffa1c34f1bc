import Elk from 'elkjs/lib/elk.bundled.js'
import { describe, expect, it } from 'vitest'
import { countCrossings, drawingCost } from '../../shared/layout/drawingCost.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import { tidiedPlaces } from '../../shared/layout/tidiedPlaces.ts'
import { tidyIterations } from '../../shared/layout/tidyIterations.ts'
import { tidyLayout } from '../../shared/layout/tidyLayout.ts'
import type { ElkLike, LayoutInput } from '../../shared/layout/types.ts'
import { generateMap, usualShape } from './generateMap.ts'
import { isLongRun } from './mapArbitrary.ts'
import { asDrawing, storePlaces, tidiedMap, withoutLanes } from './tidiedMap.ts'

describe('tidying up', () => {
  it('never makes a map harder to read, and usually crosses fewer links', () => {
    let [before, after] = [0, 0]
    for (let seed = 1; seed <= 6; seed += 1) {
      const input = generateMap({ ...usualShape, seed })
      const tidied = storePlaces(input, tidyLayout(input, { iterations: 60 }))
      const [was, is] = [drawLayout(input), drawLayout(tidied)]
      expect(findLayoutViolations(tidied, is)).toEqual([])
      expect(drawingCost(is)).toBeLessThanOrEqual(drawingCost(was))
      before += countCrossings(was)
      after += countCrossings(is)
    }
    expect(after).toBeLessThan(0.9 * before)
  }, 60_000)

  it.each([
    { cards: 50, lanes: 5, stages: 7, tries: 1000, seeds: isLongRun ? 5 : 3, most: 1.9 },
    // The more cards, the more lines of a free layout cross as well.
    { cards: 200, lanes: 6, stages: 8, tries: tidyIterations(200), seeds: isLongRun ? 8 : 1, most: 1 },
  ])(
    'leaves at most $most times the crossings of ELK without lanes at $cards cards',
    async (sizes) => {
      const { tries, seeds, most, ...size } = sizes
      const elk = new Elk() as unknown as ElkLike
      let [crossings, free] = [0, 0]
      for (let seed = 1; seed <= seeds; seed += 1) {
        const input = generateMap({ ...usualShape, ...size, seed })
        crossings += countCrossings(drawLayout(tidiedMap(input, tries)))
        free += countCrossings(asDrawing(await elk.layout(withoutLanes(input))))
      }
      expect(crossings).toBeLessThanOrEqual(most * free)
    },
    180_000,
  )

  it('rates what will be stored, whichever cards may move', () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const input = generateMap({ ...usualShape, seed, cards: 24, sideShare: 0.2 })
      const movable = new Set(input.cards.filter((_, index) => index % seed !== 1).map(({ id }) => id))
      const found = tidyLayout(input, { iterations: 60, movable })
      const places = new Map(
        tidiedPlaces(input, found, movable).map(({ cardId, ...place }) => [cardId, place]),
      )
      const stored = { ...input, cards: input.cards.map((card) => ({ ...card, ...places.get(card.id) })) }
      expect(findLayoutViolations(stored, drawLayout(stored))).toEqual([])
      expect(drawingCost(drawLayout(stored))).toBeLessThanOrEqual(drawingCost(drawLayout(input)))
    }
  }, 60_000)

  it('finds the same with the same budget', () => {
    const input = generateMap({ ...usualShape, seed: 1, cards: 30 })
    const once = tidyLayout(input, { iterations: 100 })
    expect(once.length).toBeGreaterThan(0)
    expect(tidyLayout(structuredClone(input), { iterations: 100 })).toEqual(once)
  })

  it('untangles two crossed handoffs', () => {
    const card = { stageId: 'stage', width: 152, height: 56 }
    const input: LayoutInput = {
      lanes: [{ id: 'lane', ownStages: false }],
      stages: [
        { id: 'stage', laneId: null },
        { id: 'next', laneId: null },
      ],
      cards: [
        { ...card, id: 'a', laneId: 'lane', rank: 'a0' },
        { ...card, id: 'b', laneId: 'lane', rank: 'a1' },
        { ...card, id: 'c', laneId: 'lane', rank: 'a0', stageId: 'next' },
        { ...card, id: 'd', laneId: 'lane', rank: 'a1', stageId: 'next' },
      ],
      links: [
        { id: 'l1', from: 'a', to: 'd', loopBack: false },
        { id: 'l2', from: 'b', to: 'c', loopBack: false },
      ],
    }
    expect(countCrossings(drawLayout(input))).toBe(1)
    const tidied = storePlaces(input, tidyLayout(input, { iterations: 20 }))
    expect(countCrossings(drawLayout(tidied))).toBe(0)
  })

  it('has nothing to say about a map that cannot be better', () => {
    expect(tidyLayout({ lanes: [], stages: [], cards: [], links: [] }, { iterations: 5 })).toEqual([])
  })
})
