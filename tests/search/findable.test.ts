import { describe, expect, it } from 'vitest'
import { findableIn } from '../../web/search/findable.ts'
import { openSharedJourney } from '../support/journey.ts'

describe('finding by name', () => {
  it('offers maps, touchpoints and handoffs with the place they are in, and only what one sees', () => {
    const { world, broker, stranger, mapId, cards } = openSharedJourney()
    const found = findableIn(world.seenBy(broker), broker.organisationId)
    expect(found.find(({ rowId }) => rowId === mapId)).toMatchObject({ kind: 'map', place: 'Map' })
    const card = found.find(({ rowId }) => rowId === cards.broker)
    expect(card).toMatchObject({ kind: 'touchpoint', label: 'Enters the risk' })
    expect(card?.place).toContain('Broker')
    expect(found.filter(({ kind }) => kind === 'handoff').map(({ place }) => place)).not.toEqual([])
    expect(findableIn(world.seenBy(stranger), stranger.organisationId)).toEqual([])
  })
})
