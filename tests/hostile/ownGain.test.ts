// What an organisation might try to give itself: a right, a yes that is another's to say, the end of what others built on.
import { describe, expect, it } from 'vitest'
import type { Author } from '../../shared/rules/author.ts'
import { newId, openSharedJourney, person } from '../support/journey.ts'

type Journey = ReturnType<typeof openSharedJourney>

/** A further organisation on the map, which holds a new party there. */
function joined(
  { world, insurer, mapId, hold }: Journey,
  partyId = newId(),
): { author: Author; partyId: string } {
  const author = person()
  world.act(insurer, { type: 'party.add', id: partyId, name: 'Newcomer', kind: 'partner' })
  world.act(insurer, { type: 'lane.add', id: newId(), mapId, partyId, rank: 'a8' })
  hold(author, partyId)
  return { author, partyId }
}

describe('the right to invite', () => {
  it('is not taken by whoever has left, to be had on coming back', () => {
    const { world, insurer, broker, invited, mapId } = openSharedJourney()
    const second = newId()
    world.act(insurer, { type: 'map.add', id: second, participantId: newId(), name: 'Second', rank: 'a1' })
    const coming = { ...broker, grant: { ...invited.grant!, kind: 'invitation', mapIds: [second] } as never }
    world.act(coming, { type: 'participant.join', id: newId(), mapId: second })
    const place = world.everything
      .all('participant')
      .find((row) => row.organisationId === broker.organisationId && row.mapId === mapId)!
    world.act(broker, { type: 'participant.leave', id: place.id })

    const outcome = world.try(broker, { type: 'participant.grant', id: place.id, mayInvite: true })

    expect(outcome.accepted).toBe(false)
    world.act(invited, { type: 'participant.join', id: newId(), mapId })
    expect(world.everything.get('participant', place.id)).toMatchObject({ state: 'active', mayInvite: false })
  })

  it('goes with the place it was granted for', () => {
    const { world, insurer, broker, invited, mapId } = openSharedJourney()
    const place = world.everything
      .all('participant')
      .find((row) => row.organisationId === broker.organisationId)!
    world.act(insurer, { type: 'participant.grant', id: place.id, mayInvite: true })
    world.act(insurer, { type: 'participant.leave', id: place.id })

    world.act(invited, { type: 'participant.join', id: newId(), mapId })

    expect(world.everything.get('participant', place.id)).toMatchObject({ state: 'active', mayInvite: false })
  })
})

describe('a part in another organisation’s touchpoint', () => {
  it('is not accepted by the steward that proposed it for a party it keeps', () => {
    const journey = openSharedJourney()
    const { world, insurer, parties, cards } = journey
    const id = newId()
    const part = {
      touchpointId: cards.broker,
      partyId: parties.bakery,
      accountability: 'accountable',
    } as const
    world.act(insurer, { type: 'ownership.add', id, ...part })

    expect(world.try(insurer, { type: 'ownership.decide', id, accept: true }).accepted).toBe(false)
    expect(world.try(journey.broker, { type: 'ownership.decide', id, accept: true }).accepted).toBe(true)
  })

  it('is not had by two others who agree on it among themselves', () => {
    const journey = openSharedJourney()
    const { world, cards } = journey
    const [asker, taker] = [joined(journey), joined(journey)]
    const id = newId()
    const part = {
      touchpointId: cards.broker,
      partyId: taker.partyId,
      accountability: 'contributes',
    } as const

    world.try(asker.author, { type: 'ownership.add', id, ...part })
    world.try(taker.author, { type: 'ownership.decide', id, accept: true })

    const rename = { type: 'touchpoint.change', id: cards.broker, fields: { name: 'Taken over' } } as const
    expect(world.try(taker.author, rename).accepted).toBe(false)
  })

  it('is not had through a party that was passed on between asking and answering', () => {
    const journey = openSharedJourney()
    const { world, insurer, cards, parties, hold } = journey
    const id = newId()
    const part = {
      touchpointId: cards.broker,
      partyId: parties.bakery,
      accountability: 'contributes',
    } as const
    world.act(insurer, { type: 'ownership.add', id, ...part })
    const baker = person()
    hold(baker, parties.bakery)

    world.try(baker, { type: 'ownership.decide', id, accept: true })

    const rename = { type: 'touchpoint.change', id: cards.broker, fields: { name: 'Taken over' } } as const
    expect(world.try(baker, rename).accepted).toBe(false)
  })
})

describe('a party', () => {
  it('is not removed by its holder from under the lanes of maps the holder is not on', () => {
    const { world, insurer, broker, parties, lanes, card } = openSharedJourney()
    const [second, lane, stage] = [newId(), newId(), newId()]
    world.act(
      insurer,
      { type: 'map.add', id: second, participantId: newId(), name: 'Second', rank: 'a1' },
      { type: 'stage.add', id: stage, mapId: second, name: 'Buy', rank: 'a0' },
      { type: 'lane.add', id: lane, mapId: second, partyId: parties.broker, rank: 'a0' },
    )
    card(broker, lanes.broker)
    world.act(broker, { type: 'lane.remove', id: lanes.broker })

    world.try(broker, { type: 'party.remove', id: parties.broker })

    expect(world.everything.get('party', parties.broker)!.deleted).toBe(false)
    expect(
      world.try(insurer, { type: 'lane.change', id: lane, fields: { name: 'Still ours' } }).accepted,
    ).toBe(true)
  })

  it('does not show its next holder to the one before', () => {
    const { world, insurer, broker, parties, hold } = openSharedJourney()
    world.act(broker, { type: 'party.release', id: parties.broker })
    const place = world.everything
      .all('participant')
      .find((row) => row.organisationId === broker.organisationId)!
    world.act(insurer, { type: 'participant.leave', id: place.id })
    const next = person()
    hold(next, parties.broker)

    expect(world.seenBy(broker).get('party', parties.broker)).toBeUndefined()
    expect(world.seenBy(insurer).get('party', parties.broker)?.heldByOrganisationId).toBe(next.organisationId)
  })
})
