import { describe, expect, it } from 'vitest'
import { findableIn } from '../../web/search/findable.ts'
import { openSharedJourney } from '../support/journey.ts'

const names = new Map([['b', 'Oakes & Vale']])

describe('finding by name', () => {
  it('offers everything with the place it is in, and only what one sees', () => {
    const { world, broker, stranger, mapId, cards, lanes, stages } = openSharedJourney()
    const found = findableIn(world.seenBy(broker), broker.organisationId, names)
    expect(found.find(({ rowId }) => rowId === lanes.bakery)).toMatchObject({ kind: 'lane', label: 'Bakery' })
    expect(found.find(({ rowId }) => rowId === stages.claim)).toMatchObject({ kind: 'stage', label: 'Claim' })
    expect(found.at(-1)).toMatchObject({ kind: 'partners', label: 'Oakes & Vale', place: 'Partner' })
    expect(found.find(({ rowId }) => rowId === mapId)).toMatchObject({ kind: 'map', place: 'Map' })
    const card = found.find(({ rowId }) => rowId === cards.broker)
    expect(card).toMatchObject({ kind: 'touchpoint', label: 'Enters the risk' })
    expect(card?.place).toContain('Broker')
    expect(found.filter(({ kind }) => kind === 'handoff').map(({ place }) => place)).not.toEqual([])
    expect(findableIn(world.seenBy(stranger), stranger.organisationId, new Map())).toEqual([])
  })

  it('leaves out a card that was declined', () => {
    const { world, broker, insurer, lanes, card } = openSharedJourney()
    const id = card(broker, lanes.insurer, { name: 'Calls back' })
    const finds = () =>
      findableIn(world.seenBy(broker), broker.organisationId, names).some(({ rowId }) => rowId === id)
    expect(finds()).toBe(true)
    world.act(insurer, { type: 'touchpoint.decide', id, accept: false })
    expect(finds()).toBe(false)
  })
})
