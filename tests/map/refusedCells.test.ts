// Where dragged cards may not go.
import { expect, it } from 'vitest'
import { refusedCells } from '../../web/map/canvas/refusedCells.ts'
import { allCells } from '../../web/map/drawing/cells.ts'
import type { MapView } from '../../web/map/useMap.ts'
import { valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

it('is asked once for each lane, and not of the place where a card stands already', () => {
  const chain = valueChain()
  const { insurer, stages, lanes } = chain
  // Alone in the first stage of its lane: dropped there nothing would change, which nobody refuses.
  const id = crypto.randomUUID()
  const cell = { laneId: lanes.insurer, stageId: stages.need }
  chain.server.do(insurer, [{ type: 'touchpoint.add', id, ...cell, rank: 'a0', name: 'Hears of it' }])
  const { journey, drawing } = readMap(chain, insurer)
  const asked: string[] = []
  const view = { journey, drawing } as MapView
  const refused = refusedCells([id], {
    view,
    whyNot(actions) {
      asked.push(JSON.stringify(actions))
      return actions.length > 0 ? 'It is theirs.' : null
    },
  })
  expect(refused.size).toBe(allCells(drawing, journey).length)
  expect(asked).toHaveLength(journey.lanes.length)
})
