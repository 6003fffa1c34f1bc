// Where dragged cards may not go.
import { expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
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
  const asked = new Set<string>()
  const view = { journey, drawing } as MapView
  const refused = refusedCells([id], {
    view,
    whyNot(actions) {
      if (actions.every(({ type }) => type === 'touchpoint.change')) asked.add(JSON.stringify(actions))
      return actions.length > 0 ? 'It is theirs.' : null
    },
  })
  expect(refused.size).toBe(allCells(drawing, journey).length)
  expect(asked.size).toBe(journey.lanes.length)
})

it('are none of those where the move can be proposed instead, alone or along with what is ours', () => {
  const chain = valueChain()
  const { cards, lanes } = chain
  const { journey, drawing } = readMap(chain, chain.broker)
  const view = { journey, drawing } as MapView
  const isOurs = (action: ActionInput) => 'id' in action && action.id === cards.lodge
  const whyNot = (actions: readonly ActionInput[]) =>
    actions.every((action) => isOurs(action) || action.type === 'move.propose') ? null : 'It is theirs.'
  for (const ids of [[cards.decide], [cards.lodge, cards.decide]])
    expect(refusedCells(ids, { view, whyNot }).size).toBe(0)
  const whyNotAsked = (actions: readonly ActionInput[]) =>
    actions.some((action) => action.type === 'move.propose' && action.laneId === lanes.bakery)
      ? 'Nobody is asked there.'
      : whyNot(actions)
  const refused = [...refusedCells([cards.decide], { view, whyNot: whyNotAsked }).values()]
  expect(new Set(refused.map(({ cell }) => cell.laneId))).toEqual(new Set([lanes.bakery]))
})
