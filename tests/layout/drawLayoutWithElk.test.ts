import ELK from 'elkjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawLayout, placeAndWire, routeWiring } from '../../shared/layout/drawLayout.ts'
import { drawLayoutWithElk, routeWithElk } from '../../shared/layout/drawLayoutWithElk.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import type { ElkLike } from '../../shared/layout/types.ts'
import { generateMap, usualShape } from './generateMap.ts'
import { isLongRun } from './mapArbitrary.ts'

const elk: ElkLike = new ELK()

describe('a map routed by ELK', () => {
  beforeAll(async () => {
    await drawLayoutWithElk(generateMap(usualShape), elk)
  }, 60_000)

  it('keeps every rule and every place of our own layout', async () => {
    const count = isLongRun ? 300 : 24
    for (let seed = 1; seed <= count; seed += 1) {
      const input = generateMap({
        ...usualShape,
        seed,
        cards: (seed * 13) % (isLongRun ? 200 : 90),
        lanes: 1 + (seed % 7),
        stages: seed % 9,
        ownLanes: seed % 3,
        mixedSizes: seed % 3 === 0,
        linksPerCard: 0.8 + (seed % 4) * 0.5,
      })
      const wiring = placeAndWire(input)
      const own = routeWiring(wiring)
      const drawing = await routeWithElk(wiring, elk)
      expect(drawing, `ELK moved a card of map ${seed}`).not.toBeNull()
      expect(findLayoutViolations(input, drawing!)).toEqual([])
      const places = (cards: typeof own.cards) => cards.map(({ id, column, row }) => [id, column, row])
      expect(places(drawing!.cards)).toEqual(places(own.cards))
    }
  }, 600_000)

  it('gives our own drawing when ELK moves a card, answers nonsense or fails', async () => {
    const input = generateMap(usualShape)
    const moving: ElkLike = {
      layout: async (graph) => {
        const answer = await elk.layout(graph)
        answer.children![3]!.y! += 5
        return answer
      },
    }
    const failing: ElkLike = { layout: () => Promise.reject(new Error('worker gone')) }
    const silent: ElkLike = { layout: async () => ({ id: 'map' }) }
    const slanting: ElkLike = {
      layout: async (graph) => {
        const answer = await elk.layout(graph)
        answer.edges![0]!.sections![0]!.endPoint.y += 40
        return answer
      },
    }
    for (const broken of [moving, failing, silent, slanting]) {
      expect(await drawLayoutWithElk(input, broken)).toEqual(drawLayout(input))
    }
  })
})
