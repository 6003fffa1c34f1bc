import { describe, expect, it } from 'vitest'
import { countCrossings, drawingCost } from '../../shared/layout/drawingCost.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { tidiedPlaces } from '../../shared/layout/tidiedPlaces.ts'
import { tidyLayout } from '../../shared/layout/tidyLayout.ts'
import type { LayoutInput } from '../../shared/layout/types.ts'
import { wasTidied } from '../../shared/layout/wasTidied.ts'
import { findTidyPlaces, stillMeant } from '../../web/map/gestures/tidyUp.ts'
import { layoutInputOf } from '../../web/map/journey/layoutInput.ts'
import { generateMap, usualShape } from '../layout/generateMap.ts'
import { tangledChain } from '../support/tangledChain.ts'
import { readMap } from './readingMap.ts'

describe('tidying up a map', () => {
  it('is one edit after which fewer links cross', async () => {
    const chain = tangledChain()
    const { journey } = readMap(chain, chain.insurer)
    const input = layoutInputOf(journey)
    const actions = await findTidyPlaces(input, (id) => chain.tangled.includes(id))
    expect(countCrossings(drawLayout(input))).toBe(1)
    chain.server.do(chain.insurer, actions)
    expect(countCrossings(readMap(chain, chain.insurer).drawing)).toBe(0)
  })

  it('moves only what one may move', async () => {
    const chain = tangledChain()
    const input = layoutInputOf(readMap(chain, chain.insurer).journey)
    expect(await findTidyPlaces(input, () => false)).toEqual([])
    const [first] = chain.tangled
    const actions = await findTidyPlaces(input, (id) => id === first)
    for (const action of actions) expect(action).toMatchObject({ id: first })
  })

  it('leaves alone what somebody has moved or deleted meanwhile', async () => {
    const chain = tangledChain()
    const { journey } = readMap(chain, chain.insurer)
    const actions = await findTidyPlaces(layoutInputOf(journey), () => true)
    expect(stillMeant(actions, journey, journey)).toEqual(actions)
    const [first, second] = chain.tangled
    chain.server.do(chain.insurer, [
      { type: 'touchpoint.remove', id: first! },
      { type: 'touchpoint.change', id: second!, fields: { stageId: chain.stages.need } },
    ])
    const left = stillMeant(actions, journey, readMap(chain, chain.insurer).journey)
    const ids = left.map((action) => 'id' in action && action.id)
    expect(ids).not.toContain(first)
    expect(ids).not.toContain(second)
  })
})

describe('the places that are stored', () => {
  it('draw the map that was found, although some cards had to stay', () => {
    let better = 0
    for (let seed = 1; seed <= 4; seed += 1) {
      const input = generateMap({ ...usualShape, seed, cards: 30 })
      const movable = new Set(input.cards.filter(({ laneId }) => laneId !== 'lane1').map(({ id }) => id))
      const places = tidiedPlaces(input, tidyLayout(input, { iterations: 120, movable }), movable)
      const stored = store(input, places)
      for (const card of input.cards.filter(({ laneId }) => laneId === 'lane1')) {
        expect(stored.cards).toContainEqual(card)
      }
      const [was, is] = [drawingCost(drawLayout(input)), drawingCost(drawLayout(stored))]
      expect(is).toBeLessThanOrEqual(was)
      if (is < was) better += 1
    }
    expect(better).toBeGreaterThan(2)
  }, 60_000)

  it('are drawn afresh at once, and so is their undoing; a card moved by hand disturbs nothing', () => {
    const input = generateMap({ ...usualShape, seed: 2, cards: 30 })
    const stored = store(input, tidiedPlaces(input, tidyLayout(input, { iterations: 5 })))
    expect(wasTidied(input, stored)).toBe(true)
    expect(wasTidied(stored, input)).toBe(true)
    const [first, ...rest] = input.cards
    expect(wasTidied(input, { ...input, cards: [{ ...first!, rank: 'a0V' }, ...rest] })).toBe(false)
    expect(wasTidied(input, { ...input, cards: rest })).toBe(false)
  })
})

function store(input: LayoutInput, places: ReturnType<typeof tidiedPlaces>): LayoutInput {
  const known = new Map(places.map(({ cardId, ...fields }) => [cardId, fields]))
  return { ...input, cards: input.cards.map((card) => ({ ...card, ...known.get(card.id) })) }
}
