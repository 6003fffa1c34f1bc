import { describe, expect, it } from 'vitest'
import { newId, openSharedJourney } from '../support/journey.ts'

describe('a copy', () => {
  const copy = (laneId: string, stageId: string, copiedFromId: string) => ({
    ...({ type: 'touchpoint.add', id: newId(), laneId, stageId, rank: 'a9', name: 'Again' } as const),
    copiedFromId,
  })

  it('keeps the lineage of what it was copied from, also as a copy of a copy', () => {
    const { world, broker, lanes, stages, cards } = openSharedJourney()
    const first = copy(lanes.broker, stages.place, cards.broker)
    const second = copy(lanes.broker, stages.place, first.id)
    world.act(broker, first, second)
    const rows = world.seenBy(broker)
    expect(rows.get('touchpoint', second.id)?.lineageId).toBe(cards.broker)
  })

  it('begins a lineage of its own when its author does not see the original', () => {
    const { world, broker, lanes, stages } = openSharedJourney()
    const unseen = copy(lanes.broker, stages.place, newId())
    world.act(broker, unseen)
    expect(world.seenBy(broker).get('touchpoint', unseen.id)?.lineageId).toBe(unseen.id)
  })
})
