import { describe, expect, it } from 'vitest'
import { countCrossings, drawingCost } from '../../shared/layout/drawingCost.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import { tidyLayout } from '../../shared/layout/tidyLayout.ts'
import type { LayoutInput, TidiedCard } from '../../shared/layout/types.ts'
import { generateMap, usualShape } from './generateMap.ts'

describe('tidying up', () => {
  it('never makes a map harder to read, and usually crosses fewer links', () => {
    let [before, after] = [0, 0]
    for (let seed = 1; seed <= 6; seed += 1) {
      const input = generateMap({ ...usualShape, seed })
      const tidied = store(input, tidyLayout(input, { iterations: 60 }))
      const [was, is] = [drawLayout(input), drawLayout(tidied)]
      expect(findLayoutViolations(tidied, is)).toEqual([])
      expect(drawingCost(is)).toBeLessThanOrEqual(drawingCost(was))
      before += countCrossings(was)
      after += countCrossings(is)
    }
    expect(after).toBeLessThan(0.9 * before)
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
    const tidied = store(input, tidyLayout(input, { iterations: 20 }))
    expect(countCrossings(drawLayout(tidied))).toBe(0)
  })

  it('has nothing to say about a map that cannot be better', () => {
    expect(tidyLayout({ lanes: [], stages: [], cards: [], links: [] }, { iterations: 5 })).toEqual([])
  })
})

/** Writes what was found into the rows, as the edit does. */
function store(input: LayoutInput, found: TidiedCard[]): LayoutInput {
  const places = new Map(found.map((place) => [place.cardId, place]))
  const cards = input.cards.map((card) => {
    const place = places.get(card.id)
    return place ? { ...card, column: place.column, rank: `a${String(place.order).padStart(4, '0')}` } : card
  })
  return { ...input, cards }
}
