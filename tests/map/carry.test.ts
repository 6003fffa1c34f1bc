// Moving cards with the keys alone.
import { describe, expect, it } from 'vitest'
import { carry, chosenCards, firstOpen } from '../../web/map/gestures/carry.ts'
import { cardsIn, moveCards } from '../../web/map/gestures/fromFlow.ts'
import { type MapState, nothingChosen } from '../../web/map/mapState.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

function choosing(focusedId: string, ...selected: string[]): MapState {
  return { ...nothingChosen, focusedId, selected: new Set(selected) }
}

function perform(chain: Chain, move: Parameters<typeof moveCards>[0]) {
  const { journey, drawing } = readMap(chain, chain.insurer)
  chain.server.do(chain.insurer, moveCards(move, journey, drawing))
  return readMap(chain, chain.insurer)
}

describe('carrying with the keys', () => {
  it('takes all that is chosen along, each one stage on, in one edit', () => {
    const chain = valueChain()
    const { quote, decide } = chain.cards
    const view = readMap(chain, chain.insurer)
    const move = carry('left', { ...view, state: choosing(quote, decide, quote) })!
    expect(move.cardIds).toEqual([quote, decide])
    const { journey } = perform(chain, move)
    expect(journey.cards.get(quote)?.touchpoint.stageId).toBe(chain.stages.need)
    expect(journey.cards.get(decide)?.touchpoint.stageId).toBe(chain.stages.choose)
  })

  it('takes the card one stands on where nothing else is chosen, and what is chosen where one stands elsewhere', () => {
    const { journey } = readMap(...insurersView())
    const [first, second] = [...journey.cards.keys()]
    expect(chosenCards(choosing(first!), journey)).toEqual([first])
    expect(chosenCards(choosing(first!, second!), journey)).toEqual([second])
    expect(chosenCards(nothingChosen, journey)).toEqual([])
  })

  it('moves nothing where one of them is at the edge', () => {
    const chain = valueChain()
    const { quote, decide } = chain.cards
    const view = readMap(chain, chain.insurer)
    expect(carry('right', { ...view, state: choosing(quote, quote, decide) })).toBeNull()
    expect(carry('right', { ...view, state: choosing(quote, quote) })).not.toBeNull()
  })

  it('keeps the order of those that stand in one stage', () => {
    const chain = valueChain()
    const { quote } = chain.cards
    const cell = { laneId: chain.lanes.insurer, stageId: chain.stages.choose }
    const ids = ['a2', 'a1'].map((rank) => {
      const id = crypto.randomUUID()
      chain.server.do(chain.insurer, [{ type: 'touchpoint.add', id, ...cell, rank, name: rank }])
      return id
    })
    const [last, middle] = ids as [string, string]
    const view = readMap(chain, chain.insurer)
    const { journey } = perform(
      chain,
      carry('left', { ...view, state: choosing(last, last, quote, middle) })!,
    )
    const to = { ...cell, stageId: chain.stages.need }
    expect(cardsIn(to, journey).map(({ id }) => id)).toEqual([quote, middle, last])
  })
})

it('a new card begins in the first lane and stage that takes it', () => {
  const cells = ['theirs', 'ours', 'ours as well'].map((laneId) => ({ laneId, stageId: 'need' }))
  const whyNot = ([action]: readonly object[]) =>
    action && 'laneId' in action && action.laneId === 'theirs' ? 'It is theirs.' : null
  expect(firstOpen(cells, whyNot)?.laneId).toBe('ours')
  expect(firstOpen(cells.slice(0, 1), whyNot)).toBeUndefined()
})

function insurersView(): [Chain, Chain['insurer']] {
  const chain = valueChain()
  return [chain, chain.insurer]
}
