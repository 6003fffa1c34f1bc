import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { edit, editVersion } from '../../shared/edits/actions/actions.ts'
import { applyEdit } from '../../shared/edits/applyEdit.ts'
import { type Author, signing } from '../../shared/rules/author.ts'
import {
  consumerStages,
  giveConsumerStages,
  lacksConsumerStages,
} from '../../web/map/gestures/consumerStages.ts'
import { copyCards, pasteCards } from '../../web/map/gestures/copies.ts'
import { cardsIn, connect, moveCards } from '../../web/map/gestures/fromFlow.ts'
import { rankBetween, ranksBetween } from '../../web/map/gestures/ranks.ts'
import { addStage, moveLane, moveStage, toggleOwnStages } from '../../web/map/gestures/shapes.ts'
import type { Journey, JourneyLane } from '../../web/map/journey/journey.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { cardNamed, readMap } from './readingMap.ts'

function perform(chain: Chain, author: Author, actions: ActionInput[]) {
  chain.server.do(author, actions)
  return readMap(chain, author)
}

/** What the rules say, as the canvas asks while one drags. */
function isAllowed(chain: Chain, author: Author, actions: ActionInput[]): boolean {
  const { actions: checked } = edit.parse({
    clientId: crypto.randomUUID(),
    number: 1,
    version: editVersion,
    actions,
  })
  return applyEdit(
    { actions: checked },
    signing(author, 'Ada', new Date()),
    chain.server.ecosystemId,
    chain.server.seenBy(author),
  ).accepted
}

describe('ranks', () => {
  it('always leave room between two others, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 40 }), (places) => {
        const ranks: string[] = []
        for (const place of places) {
          const at = Math.min(place, ranks.length)
          ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null))
        }
        expect(ranks).toEqual(ranks.toSorted())
        expect(new Set(ranks).size).toBe(ranks.length)
      }),
    )
  })

  it('go behind the first of two that share one', () => {
    expect(rankBetween('a0', 'a0') > 'a0').toBe(true)
  })

  it('come in a row for several', () => {
    const ranks = ranksBetween('a0', 'a1', 3)
    expect(ranks).toEqual(ranks.toSorted())
    expect(ranks[0]! > 'a0' && ranks[2]! < 'a1').toBe(true)
  })
})

describe('dropping cards', () => {
  it('changes lane, stage and place in one edit, and nothing that stays', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const to = { laneId: chain.lanes.insurer, stageId: chain.stages.claim }
    const actions = moveCards(
      { cardIds: [chain.cards.quote], to, before: chain.cards.decide },
      journey,
      drawing,
    )
    expect(actions).toMatchObject([
      { type: 'touchpoint.change', id: chain.cards.quote, fields: { stageId: chain.stages.claim } },
    ])
    const after = perform(chain, chain.insurer, actions)
    expect(cardsIn(to, after.journey).map(({ id }) => id)).toEqual([chain.cards.quote, chain.cards.decide])
  })

  it('makes no edit where a card is dropped on its own place', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const to = { laneId: chain.lanes.insurer, stageId: chain.stages.choose }
    const actions = moveCards({ cardIds: [chain.cards.quote], to, before: null }, journey, drawing)
    expect(actions.every((action) => 'fields' in action && !('stageId' in action.fields))).toBe(true)
  })

  it('keeps a group together: others shift by as many stages as the first', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const to = { laneId: chain.lanes.insurer, stageId: chain.stages.need }
    const cardIds = [chain.cards.quote, chain.cards.decide]
    const after = perform(chain, chain.insurer, moveCards({ cardIds, to, before: null }, journey, drawing))
    expect(after.journey.cards.get(chain.cards.quote)?.touchpoint.stageId).toBe(chain.stages.need)
    expect(after.journey.cards.get(chain.cards.decide)?.touchpoint.stageId).toBe(chain.stages.choose)
  })

  it('is refused for a lane of others, by the same rules as the server’s', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const to = { laneId: chain.lanes.broker, stageId: chain.brokerStages.win }
    const actions = moveCards({ cardIds: [chain.cards.quote], to, before: null }, journey, drawing)
    expect(isAllowed(chain, chain.insurer, actions)).toBe(false)
    const own = { laneId: chain.lanes.bakery, stageId: chain.stages.claim }
    const kept = moveCards({ cardIds: [chain.cards.compare], to: own, before: null }, journey, drawing)
    expect(isAllowed(chain, chain.insurer, kept)).toBe(true)
  })
})

describe('connecting cards', () => {
  it('loops back only within a party', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const within = connect(chain.cards.decide, chain.cards.quote, {}, journey, drawing)
    const between = connect(chain.cards.learn, chain.cards.quote, {}, journey, drawing)
    expect(within).toMatchObject({ kind: 'loopBack' })
    expect(between).toMatchObject({ kind: 'sequence' })
  })
})

describe('copying', () => {
  it('takes the cards with the links between them and leaves owners, views and confirmations', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const copied = copyCards([chain.cards.quote, chain.cards.decide], journey)
    const { actions, cardIds } = pasteCards(copied, null, journey, drawing)
    expect(actions.map(({ type }) => type)).toEqual(['touchpoint.add', 'touchpoint.add', 'link.add'])
    const after = perform(chain, chain.insurer, actions)
    expect(cardIds.map((id) => after.journey.cards.get(id)?.touchpoint.name)).toEqual([
      'Prices the risk',
      'Decides the claim',
    ])
    expect(after.journey.links.size).toBe(journey.links.size + 1)
  })

  it('puts the first card where one pastes, and the others as far from it as they were', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const { need, choose, claim } = chain.stages
    const group = [
      { laneId: chain.lanes.bakery, stageId: need, name: 'one' },
      { laneId: chain.lanes.insurer, stageId: choose, name: 'two' },
    ].map((place) => ({ ...journey.cards.get(chain.cards.quote)!.touchpoint, ...place, id: place.name }))
    const places = (cell: { laneId: string; stageId: string }) =>
      pasteCards({ cards: group, links: [], sides: [] }, cell, journey, drawing).actions.map(
        (action) => action.type === 'touchpoint.add' && [action.laneId, action.stageId],
      )
    expect(places({ laneId: chain.lanes.bakery, stageId: choose })).toEqual([
      [chain.lanes.bakery, choose],
      [chain.lanes.insurer, claim],
    ])
    // At the end of the map the last stage is the nearest there is.
    expect(places({ laneId: chain.lanes.bakery, stageId: claim })).toEqual([
      [chain.lanes.bakery, claim],
      [chain.lanes.insurer, claim],
    ])
  })
})

describe('shaping the map', () => {
  it('adds a stage beside another and moves it, in one edit each', () => {
    const chain = valueChain()
    const names = () => readMap(chain, chain.insurer).journey.stages.map(({ name }) => name)
    const first = readMap(chain, chain.insurer).journey
    perform(chain, chain.insurer, [addStage('Buy', first.stages[1]!, 'after', first)])
    expect(names()).toEqual(['Need', 'Choose', 'Buy', 'Claim'])
    const second = readMap(chain, chain.insurer).journey
    perform(chain, chain.insurer, [moveStage(second.stages[2]!, -1, second)!])
    expect(names()).toEqual(['Need', 'Buy', 'Choose', 'Claim'])
    expect(moveStage(second.stages[0]!, -1, second)).toBeNull()
  })

  it('moves a lane up, but none past the end customer’s', () => {
    const chain = valueChain()
    const { journey } = readMap(chain, chain.insurer)
    const [insurer, broker, bakery] = journey.lanes
    const after = perform(chain, chain.insurer, [moveLane(broker!, -1, journey)!])
    expect(after.journey.lanes.map(({ name }) => name).slice(0, 2)).toEqual(['Oakes & Vale', 'Fernhill'])
    expect(moveLane(bakery!, -1, journey)).toBeNull()
    expect(moveLane(insurer!, -1, journey)).toBeNull()
  })

  it('gives a lane its own stages and takes them away again, with every card in a stage it may stand in', () => {
    const chain = valueChain()
    const laneOf = () =>
      readMap(chain, chain.insurer).journey.lanes.find(({ id }) => id === chain.lanes.insurer)!
    const own = perform(
      chain,
      chain.insurer,
      toggleOwnStages(laneOf(), readMap(chain, chain.insurer).journey),
    )
    expect(laneOf().stages.map(({ name }) => name)).toEqual(['Choose', 'Claim'])
    const stageId = cardNamed(own.journey, 'Decides the claim').touchpoint.stageId
    expect(stageId).toBe(laneOf().stages[1]?.id)
    const back = perform(chain, chain.insurer, toggleOwnStages(laneOf(), own.journey))
    expect(cardNamed(back.journey, 'Decides the claim').touchpoint.stageId).toBe(chain.stages.claim)
    expect(laneOf().stages).toEqual([])
    expect(back.journey.cards.size).toBe(5)
  })
})

describe('a consumer’s lane', () => {
  it('is offered a consumer’s stages only while it follows those of the businesses', () => {
    const chain = valueChain()
    const lane = () => laneOf(chain.lanes.bakery, readMap(chain, chain.insurer).journey)
    expect(lacksConsumerStages(lane())).toBe(false)
    perform(chain, chain.insurer, [
      { type: 'lane.change', id: chain.lanes.bakery, fields: { nature: 'b2c' } },
    ])
    expect(lacksConsumerStages(lane())).toBe(true)
    const { journey } = readMap(chain, chain.insurer)
    perform(chain, chain.insurer, giveConsumerStages(lane(), journey))
    expect(lacksConsumerStages(lane())).toBe(false)
  })

  it('gets them in one edit, with every card in one of them in the order of before', () => {
    const chain = valueChain()
    const { journey } = readMap(chain, chain.insurer)
    const actions = giveConsumerStages(laneOf(chain.lanes.bakery, journey), journey)
    const after = perform(chain, chain.insurer, actions)
    const { stages } = laneOf(chain.lanes.bakery, after.journey)
    expect(stages.map(({ name }) => name)).toEqual(consumerStages.map(({ name }) => name))
    const placeOf = (name: string) =>
      stages.findIndex(({ id }) => id === cardNamed(after.journey, name).touchpoint.stageId)
    expect(placeOf('Compares quotes')).toBeGreaterThanOrEqual(0)
    expect(placeOf('Compares quotes')).toBeLessThan(placeOf('Learns the outcome'))
  })

  it('gets them from whoever keeps the lane, and from nobody else', () => {
    const chain = valueChain()
    const { journey } = readMap(chain, chain.insurer)
    const actions = giveConsumerStages(laneOf(chain.lanes.bakery, journey), journey)
    expect(isAllowed(chain, chain.insurer, actions)).toBe(true)
    expect(isAllowed(chain, chain.broker, actions)).toBe(false)
  })
})

function laneOf(laneId: string, journey: Journey): JourneyLane {
  return journey.lanes.find(({ id }) => id === laneId)!
}
