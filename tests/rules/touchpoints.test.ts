import { describe, expect, it } from 'vitest'
import { newId, openJourney, openSharedJourney } from '../support/journey.ts'
import { lacks } from './lacks.ts'

const rank = 'a3'

describe('a lane', () => {
  it('is changed by the organisation that lives it', () => {
    const { world, insurer, broker, cards, lanes, mapId } = openSharedJourney()
    const change = { type: 'touchpoint.change', id: cards.broker, fields: { name: 'Other' } } as const
    expect(lacks(world, insurer, change)).toBe('editTouchpoint')
    expect(lacks(world, insurer, { type: 'touchpoint.remove', id: cards.broker })).toBe('editLane')
    const stage = { type: 'stage.add', id: newId(), mapId, laneId: lanes.broker, name: 'Keep', rank } as const
    expect(lacks(world, insurer, stage)).toBe('editLane')
    expect(lacks(world, broker, change, stage)).toBeNull()
  })

  it('takes proposals from everyone else, which its organisation accepts or declines', () => {
    const { world, insurer, broker, lanes, stages } = openSharedJourney()
    const [first, second] = [newId(), newId()]
    const propose = (id: string) =>
      ({
        type: 'touchpoint.add',
        id,
        laneId: lanes.broker,
        stageId: stages.win,
        name: 'Phones',
        rank,
      }) as const
    world.act(insurer, propose(first), propose(second))
    expect(world.everything.get('touchpoint', first)?.state).toBe('proposed')
    expect(lacks(world, insurer, { type: 'touchpoint.decide', id: first, accept: true })).toBe(
      'decideProposal',
    )
    expect(
      lacks(world, insurer, { type: 'touchpoint.change', id: first, fields: { name: 'Rings' } }),
    ).toBeNull()
    world.act(broker, { type: 'touchpoint.decide', id: first, accept: true })
    world.act(broker, { type: 'touchpoint.decide', id: second, accept: false })
    expect(world.everything.get('touchpoint', first)).toMatchObject({ state: 'accepted', review: 'right' })
    expect(world.everything.get('touchpoint', second)).toMatchObject({ state: 'declined' })
    expect(lacks(world, insurer, { type: 'touchpoint.change', id: first, fields: { name: 'Mine' } })).toBe(
      'editTouchpoint',
    )
  })

  it('gives a card away only to a lane that one may edit too', () => {
    const { world, insurer, broker, cards, lanes, stages } = openSharedJourney()
    const toBroker = { laneId: lanes.broker, stageId: stages.place }
    const toInsurer = { laneId: lanes.insurer, stageId: stages.buy }
    const move = (id: string, fields: typeof toBroker) => ({ type: 'touchpoint.change', id, fields }) as const
    expect(lacks(world, insurer, move(cards.insurer, toBroker))).toBe('moveTouchpoint')
    expect(lacks(world, broker, move(cards.broker, toInsurer))).toBe('moveTouchpoint')
    expect(lacks(world, insurer, move(cards.bakery, toInsurer))).toBeNull()
  })

  it('is called right by the organisation that holds it, never by the one that described it', () => {
    const { world, insurer, card, lanes } = openJourney()
    const id = card(insurer, lanes.broker)
    expect(lacks(world, insurer, { type: 'touchpoint.review', id, review: 'right' })).toBe('reviewTouchpoint')
  })
})

describe('co-owning a touchpoint', () => {
  function asked() {
    const journey = openSharedJourney()
    const ownership = newId()
    const { cards, parties, world, insurer } = journey
    world.act(insurer, {
      type: 'ownership.add',
      id: ownership,
      touchpointId: cards.insurer,
      partyId: parties.broker,
      accountability: 'contributes',
    })
    const rename = { type: 'touchpoint.change', id: cards.insurer, fields: { name: 'Both of us' } } as const
    return { ...journey, ownership, rename }
  }

  it('lets the owner edit once it has said yes, and not before', () => {
    const { world, insurer, broker, ownership: id, rename, cards, stages } = asked()
    expect(lacks(world, broker, rename)).toBe('editTouchpoint')
    expect(lacks(world, insurer, { type: 'ownership.decide', id, accept: true })).toBe('decideOwnership')
    world.act(broker, { type: 'ownership.decide', id, accept: true })
    expect(lacks(world, broker, rename)).toBeNull()
    const move = { type: 'touchpoint.change', id: cards.insurer, fields: { stageId: stages.claim } } as const
    expect(lacks(world, broker, move)).toBe('moveTouchpoint')
    expect(lacks(world, broker, { type: 'touchpoint.remove', id: cards.insurer })).toBe('editLane')
  })

  it('does not let those who are only kept informed edit, nor raise their own part', () => {
    const { world, insurer, broker, ownership: id, rename } = asked()
    const part = (accountability: 'informed' | 'accountable') =>
      ({ type: 'ownership.change', id, fields: { accountability } }) as const
    world.act(insurer, part('informed'))
    world.act(broker, { type: 'ownership.decide', id, accept: true })
    expect(lacks(world, broker, rename)).toBe('editTouchpoint')
    expect(lacks(world, broker, part('accountable'))).toBe('changePart')
  })

  it('in another part needs a new yes of whoever was asked', () => {
    const { world, insurer, broker, ownership: id } = asked()
    world.act(broker, { type: 'ownership.decide', id, accept: true })
    world.act(insurer, { type: 'ownership.change', id, fields: { accountability: 'accountable' } })
    expect(world.everything.get('ownership', id)?.state).toBe('proposed')
    expect(lacks(world, insurer, { type: 'ownership.decide', id, accept: true })).toBe('decideOwnership')
    expect(lacks(world, broker, { type: 'ownership.decide', id, accept: true })).toBeNull()
  })

  it('that a partner offers is decided by the organisation of the lane, in the part that was offered', () => {
    const { world, insurer, broker, cards, parties } = openSharedJourney()
    const id = newId()
    const part = {
      touchpointId: cards.insurer,
      partyId: parties.broker,
      accountability: 'contributes',
    } as const
    world.act(broker, { type: 'ownership.add', id, ...part })
    expect(lacks(world, broker, { type: 'ownership.decide', id, accept: true })).toBe('decideOwnership')
    const raise = { type: 'ownership.change', id, fields: { accountability: 'accountable' } } as const
    expect(lacks(world, insurer, raise)).toBe('changePart')
    expect(lacks(world, insurer, { type: 'ownership.decide', id, accept: true })).toBeNull()
    expect(lacks(world, broker, raise)).toBeNull()
    expect(world.everything.get('ownership', id)?.state).toBe('proposed')
  })
})

describe('a link', () => {
  it('is edited by the organisation at either end, and proposed by others', () => {
    const { world, insurer, broker, card, lanes, handoff, cards, link } = openSharedJourney()
    const change = (id: string) => ({ type: 'link.change', id, fields: { trigger: 'at once' } }) as const
    expect(lacks(world, insurer, change(handoff))).toBeNull()
    expect(lacks(world, broker, change(handoff))).toBeNull()
    const other = card(insurer, lanes.insurer)
    const inside = link(insurer, cards.insurer, other)
    expect(lacks(world, broker, change(inside))).toBe('editLink')
    expect(lacks(world, broker, { type: 'link.remove', id: inside })).toBe('editLink')
    const proposed = link(broker, other, cards.bakery)
    expect(world.everything.get('link', proposed)?.state).toBe('proposed')
    expect(lacks(world, broker, { type: 'link.decide', id: proposed, accept: true })).toBe('decideProposal')
    expect(lacks(world, insurer, { type: 'link.decide', id: proposed, accept: true })).toBeNull()
  })
})
