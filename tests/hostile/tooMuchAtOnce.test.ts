// What one edit may make the server go through is bounded, whatever its actions multiply; what people and files do is not near it.
import { generateNKeysBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

const most = 4_000
const ranks = generateNKeysBetween(null, null, most)

function manyCards() {
  const journey = openSharedJourney()
  const { lanes, stages } = journey
  const ids = Array.from({ length: most }, newId)
  const adding = ids.map((id, index): ActionInput => {
    const place = { laneId: lanes.insurer, stageId: stages.buy, rank: ranks[index]! }
    return { type: 'touchpoint.add', id, name: 'One of many', ...place }
  })
  const link = (from: number, to: number): ActionInput => ({
    ...{ type: 'link.add', id: newId() },
    ...{ fromTouchpointId: ids[from]!, toTouchpointId: ids[to]! },
  })
  return { ...journey, ids, adding, link }
}

describe('an edit of thousands of actions', { timeout: 30_000 }, () => {
  it('is accepted when it draws one lane, and when it links it card by card', () => {
    const { world, insurer, adding, link, ids } = manyCards()
    expect(world.try(insurer, ...adding).accepted).toBe(true)
    const chain = ids.slice(1).map((_, index) => link(index, index + 1))
    expect(world.try(insurer, ...chain).accepted).toBe(true)
  })

  it('is accepted when it adds lanes of one party', () => {
    const { world, insurer, mapId, parties, ids } = manyCards()
    const lane = (id: string, index: number): ActionInput => ({
      ...{ type: 'lane.add', id, mapId, partyId: parties.bakery, rank: ranks[index]! },
    })
    expect(world.try(insurer, ...ids.map(lane)).accepted).toBe(true)
    expect(world.seenBy(insurer).all('lane')).toHaveLength(most + 3)
  })

  it('is refused with a sentence, and changes nothing, when each action goes through what all before it did', () => {
    const { world, insurer, adding, link, ids } = manyCards()
    world.act(insurer, ...adding)
    const before = world.contents()
    const star = ids.slice(1).map((_, index) => link(0, index + 1))
    expect(world.try(insurer, ...star)).toMatchObject({
      accepted: false,
      refusal: { code: 'edit.invalid', message: expect.stringContaining('too much for one step') },
    })
    expect(world.contents()).toEqual(before)
    expect(world.try(insurer, ...star.slice(0, 500)).accepted).toBe(true)
  })
})
