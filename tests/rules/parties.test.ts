import { describe, expect, it } from 'vitest'
import { handoffOf } from '../../shared/handoffs/handoff.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId, openJourney, openSharedJourney, person } from '../support/journey.ts'
import { lacks } from './lacks.ts'

const rank = 'a3'

describe('accepting an invitation', () => {
  it('turns a described lane into one of its own', () => {
    const { world, broker, accept, lanes, parties, insurer, card } = openJourney()
    const id = card(insurer, lanes.broker)
    expect(world.seenBy(broker).all('touchpoint')).toEqual([])
    accept()
    expect(world.seenBy(broker).get('touchpoint', id)).toBeDefined()
    expect(world.everything.get('party', parties.broker)?.heldByOrganisationId).toBe(broker.organisationId)
    expect(lacks(world, broker, { type: 'touchpoint.review', id, review: 'right' })).toBeNull()
    expect(lacks(world, broker, { type: 'touchpoint.change', id, fields: { name: 'Ours' } })).toBeNull()
  })

  it('is needed: nobody joins a map or holds a party without it', () => {
    const { world, broker, invited, mapId, parties } = openJourney()
    const join = { type: 'participant.join', id: newId(), mapId } as const
    expect(lacks(world, broker, join)).toBe('join')
    world.act(invited, join)
    expect(lacks(world, broker, { type: 'party.hold', id: parties.broker })).toBe('join')
    const { heldByOrganisationId } = world.everything.get('party', parties.broker)!
    expect(heldByOrganisationId).toBeNull()
  })

  it('holds the invited party on the invited maps, and nothing else', () => {
    const { world, invited, insurer, parties, mapId } = openJourney()
    const other = newId()
    world.act(insurer, { type: 'map.add', id: other, participantId: newId(), name: 'Other', rank })
    const join = { type: 'participant.join', id: newId(), mapId } as const
    expect(lacks(world, invited, join, { type: 'party.hold', id: parties.bakery })).toBe('join')
    expect(lacks(world, invited, join, { type: 'party.hold', id: parties.insurer })).toBe('join')
    expect(lacks(world, invited, { type: 'participant.join', id: newId(), mapId: other })).toBe('join')
    expect(world.everything.all('participant')).toHaveLength(2)
  })

  it('never takes a party from the organisation that holds it', () => {
    const { world, accept, parties, mapId } = openJourney()
    accept()
    const rival: Author = {
      ...person(),
      grant: { kind: 'invitation', partyId: parties.broker, mapIds: [mapId] },
    }
    const join = { type: 'participant.join', id: newId(), mapId } as const
    expect(lacks(world, rival, join, { type: 'party.hold', id: parties.broker })).toBe('join')
  })
})

describe('a party that nobody holds', () => {
  it('is described by the organisation it was entrusted to, until somebody holds it', () => {
    const { world, insurer, broker, stranger, parties, cards } = openSharedJourney()
    const entrust = (organisationId: string) =>
      ({ type: 'party.entrust', id: parties.bakery, organisationId }) as const
    const rename = { type: 'touchpoint.change', id: cards.bakery, fields: { name: 'Gets cover' } } as const
    expect(lacks(world, broker, entrust(broker.organisationId))).toBe('keepParty')
    expect(lacks(world, insurer, entrust(stranger.organisationId))).toContain('takes part')
    expect(lacks(world, broker, rename)).toBe('editTouchpoint')
    expect(lacks(world, insurer, entrust(broker.organisationId))).toBeNull()
    expect(lacks(world, broker, rename)).toBeNull()
    expect(lacks(world, insurer, rename)).toBe('editTouchpoint')
    expect(lacks(world, insurer, { ...entrust(insurer.organisationId), id: parties.broker })).toContain(
      'held',
    )
  })
})

describe('an organisation that left a map', () => {
  it('no longer keeps its lane there: the one that described it does, until it comes back', () => {
    const { world, insurer, broker, invited, cards, handoff, mapId, parties } = openSharedJourney()
    const own = world.everything
      .all('participant')
      .find((row) => row.organisationId === broker.organisationId)!
    const rename = { type: 'touchpoint.change', id: cards.broker, fields: { name: 'Enters it' } } as const
    const isPromise = () => handoffOf(world.everything.get('link', handoff)!, world.everything)!.isPromise
    expect([lacks(world, insurer, rename), isPromise()]).toEqual(['editTouchpoint', false])
    world.act(broker, { type: 'participant.leave', id: own.id })
    expect(lacks(world, broker, rename)).toContain('edit.notFound')
    expect([lacks(world, insurer, rename), isPromise()]).toEqual([null, true])
    world.act(
      invited,
      { type: 'participant.join', id: newId(), mapId },
      { type: 'party.hold', id: parties.broker },
    )
    expect([lacks(world, insurer, rename), isPromise()]).toEqual(['editTouchpoint', false])
    expect(world.everything.all('participant')).toHaveLength(2)
  })
})

it('a party that is removed is off the owners of cards for everybody, until it comes back', () => {
  const { world, insurer, broker, cards } = openSharedJourney()
  const [id, ownershipId] = [newId(), newId()]
  world.act(
    insurer,
    { type: 'party.add', id, name: 'Surveyor', kind: 'partner' },
    {
      ...{ type: 'ownership.add', id: ownershipId, touchpointId: cards.insurer, partyId: id },
      accountability: 'contributes',
    },
  )
  const ownersSeenBy = (author: Author) =>
    world
      .seenBy(author)
      .all('ownership')
      .filter(({ partyId }) => partyId === id).length
  expect([ownersSeenBy(insurer), ownersSeenBy(broker)]).toEqual([1, 1])
  const removed = world.act(insurer, { type: 'party.remove', id })
  expect([ownersSeenBy(insurer), ownersSeenBy(broker)]).toEqual([0, 0])
  world.act(insurer, { type: 'edit.undo', ...removed })
  expect([ownersSeenBy(insurer), ownersSeenBy(broker)]).toEqual([1, 1])
})
