// An organiser hands over before it leaves: to an organisation that takes part and says yes, and nobody else decides that.
import { describe, expect, it } from 'vitest'
import { derivedId } from '../../shared/model/derivedId.ts'
import { newId, openSharedJourney, person } from '../support/journey.ts'

function openWithSecondMap() {
  const journey = openSharedJourney()
  const { world, insurer, broker, parties } = journey
  const [second, offerId, spare] = [newId(), newId(), newId()]
  world.act(
    insurer,
    { type: 'map.add', id: second, participantId: newId(), name: 'Without the broker', rank: 'a1' },
    { type: 'lane.add', id: newId(), mapId: second, partyId: parties.bakery, rank: 'a0' },
    { type: 'party.add', id: spare, name: 'Surveyor', kind: 'partner' },
  )
  const offer = (toOrganisationId = broker.organisationId, id = offerId) =>
    ({ type: 'handover.offer', id, toOrganisationId }) as const
  const decide = (accept: boolean) => ({ type: 'handover.decide', id: offerId, accept }) as const
  const convener = () => world.everything.get('ecosystem', world.id)?.convenerOrganisationId
  return { ...journey, second, offerId, spare, offer, decide, convener }
}

describe('handing over', () => {
  it('changes nothing until the other organisation says yes', () => {
    const { world, insurer, broker, second, offer, decide, convener } = openWithSecondMap()
    world.act(insurer, offer())
    expect(convener()).toBe(insurer.organisationId)
    expect(world.seenBy(broker).get('map', second)).toBeUndefined()
    world.act(broker, decide(true))
    expect(convener()).toBe(broker.organisationId)
  })

  it('makes another organisation the organiser, on every map, keeping what was kept', () => {
    const { world, insurer, broker, second, spare, parties, offer, decide } = openWithSecondMap()
    world.act(insurer, offer())
    world.act(broker, decide(true))

    const seen = world.seenBy(broker)
    expect(seen.get('map', second)).toBeDefined()
    for (const id of [parties.bakery, spare])
      expect(seen.get('party', id)?.stewardOrganisationId).toBe(broker.organisationId)
    const rename = { type: 'map.change', id: second, fields: { name: 'With the broker' } } as const
    expect(world.try(insurer, rename).accepted).toBe(false)
    expect(world.try(broker, rename).accepted).toBe(true)
    const places = world.everything.all('participant').filter((row) => row.mapId === second)
    expect(places.map(({ organisationId, state, mayInvite }) => [organisationId, state, mayInvite])).toEqual([
      [insurer.organisationId, 'active', false],
      [broker.organisationId, 'active', false],
    ])
  })

  it('leaves a party without a lane to the new organiser alone, and one on a map to whoever is there', () => {
    const { world, insurer, broker, spare, parties, offer, decide } = openWithSecondMap()
    world.act(insurer, offer())
    expect(world.seenBy(insurer).get('party', spare)).toBeDefined()
    world.act(broker, decide(true))
    const rename = (id: string) => ({ type: 'party.change', id, fields: { name: 'RENAMED' } }) as const
    world.act(broker, rename(spare), rename(parties.bakery))
    expect(world.seenBy(broker).get('party', spare)?.name).toBe('RENAMED')
    expect(world.seenBy(insurer).get('party', spare)).toBeUndefined()
    expect(world.seenBy(insurer).get('party', parties.bakery)?.name).toBe('RENAMED')
    expect(world.seenBy(insurer).get('party', parties.insurer)).toBeDefined()
  })

  it('takes from the former organiser what it merely oversaw: entrusted to others, or held by a partner', () => {
    const { world, insurer, broker, mapId, second, hold, spare, offer, decide } = openWithSecondMap()
    const [bank, bankParty, held] = [person(), newId(), newId()]
    for (const partyId of [bankParty, held]) {
      world.act(
        insurer,
        { type: 'party.add', id: partyId, name: partyId.slice(0, 8), kind: 'partner' },
        { type: 'lane.add', id: partyId, mapId, partyId, rank: 'a9' },
      )
    }
    world.act(insurer, { type: 'party.entrust', id: held, organisationId: broker.organisationId })
    for (const partyId of [bankParty, held]) hold(bank, partyId)
    world.act(bank, ...[bankParty, held].map((id) => ({ type: 'lane.remove', id }) as const))
    world.act(insurer, { type: 'party.entrust', id: spare, organisationId: bank.organisationId })
    for (const id of [spare, held, bankParty]) expect(world.seenBy(insurer).get('party', id)).toBeDefined()
    const entrusted = world.everything.get('party', spare)!.stewardOrganisationId

    world.act(insurer, offer())
    world.act(broker, decide(true))
    expect(entrusted).toBe(bank.organisationId)
    expect(world.everything.get('party', spare)?.stewardOrganisationId).toBe(entrusted)
    for (const id of [spare, held, bankParty]) {
      expect(world.seenBy(insurer).get('party', id)).toBeUndefined()
      for (const one of [broker, bank]) expect(world.seenBy(one).get('party', id)).toBeDefined()
    }
    // Where such a party gets a lane, whoever takes part there sees it, as everybody does.
    world.act(broker, { type: 'lane.add', id: newId(), mapId: second, partyId: spare, rank: 'b0' })
    expect(world.seenBy(insurer).get('party', spare)).toBeDefined()
  })

  it('overwrites no place that somebody took under the id it would have', () => {
    const { world, insurer, broker, second, offer, decide } = openWithSecondMap()
    const [id, elsewhere] = [derivedId(broker.organisationId, second, () => false), newId()]
    world.act(insurer, { type: 'map.add', id: elsewhere, participantId: id, name: 'Elsewhere', rank: 'a2' })
    world.act(insurer, offer())
    world.act(broker, decide(true))
    expect(world.everything.get('participant', id)).toMatchObject({
      mapId: elsewhere,
      organisationId: insurer.organisationId,
    })
    for (const mapId of [second, elsewhere]) {
      const places = world.everything.all('participant').filter((row) => row.mapId === mapId)
      const there = places.map(({ organisationId }) => organisationId)
      expect(there.sort()).toEqual([insurer.organisationId, broker.organisationId].sort())
    }
  })

  it('reaches maps that were added after the offer', () => {
    const { world, insurer, broker, offer, decide } = openWithSecondMap()
    world.act(insurer, offer())
    const later = newId()
    world.act(insurer, { type: 'map.add', id: later, participantId: newId(), name: 'Later', rank: 'a2' })
    world.act(broker, decide(true))
    expect(world.seenBy(broker).get('map', later)).toBeDefined()
  })

  it('lets the former organiser leave, and not before', () => {
    const { world, insurer, broker, parties, offer, decide } = openWithSecondMap()
    const leave = () =>
      world.everything
        .all('participant')
        .filter((row) => row.organisationId === insurer.organisationId)
        .map(({ id }) => ({ type: 'participant.leave', id }) as const)
    world.act(insurer, offer())
    expect(world.try(insurer, ...leave())).toMatchObject({ accepted: false, refusal: { code: 'edit.inUse' } })
    world.act(broker, decide(true))
    world.act(insurer, ...leave())
    expect(world.seenBy(broker).get('party', parties.insurer)).toMatchObject({
      heldByOrganisationId: null,
      stewardOrganisationId: broker.organisationId,
    })
    expect(world.seenBy(insurer).all('map')).toEqual([])
  })
})

describe('an offer to organise', () => {
  it('is the right of an admin of the organiser, to another organisation that takes part, one at a time', () => {
    const { world, insurer, broker, stranger, offer } = openWithSecondMap()
    const editor = person('editor', insurer.organisationId)
    for (const author of [editor, broker]) expect(world.try(author, offer()).accepted).toBe(false)
    for (const nobody of [stranger.organisationId, insurer.organisationId])
      expect(world.try(insurer, offer(nobody))).toMatchObject({ refusal: { field: 'toOrganisationId' } })
    world.act(insurer, offer())
    const again = offer(broker.organisationId, newId())
    expect(world.try(insurer, again)).toMatchObject({ refusal: { code: 'edit.invalid' } })
  })

  it('does not come back by redo beside another one', () => {
    const { world, insurer, broker, offer } = openWithSecondMap()
    const undone = world.undo(insurer, world.act(insurer, offer()))
    world.act(insurer, offer(broker.organisationId, newId()))
    expect(world.undo(insurer, undone.edit)).toMatchObject({ refusal: { code: 'edit.invalid' } })
  })

  it('is answered by an admin of the organisation it was made to, once', () => {
    const { world, insurer, broker, offer, decide, convener } = openWithSecondMap()
    world.act(insurer, offer())
    const colleagues = [person('editor', broker.organisationId), person('viewer', broker.organisationId)]
    for (const author of [insurer, ...colleagues])
      for (const accept of [true, false])
        expect(world.try(author, decide(accept))).toMatchObject({ refusal: { code: 'edit.notAllowed' } })
    world.act(broker, decide(false))
    expect(world.try(broker, decide(true))).toMatchObject({ refusal: { code: 'edit.invalid' } })
    expect(convener()).toBe(insurer.organisationId)
  })

  it('that was withdrawn, or was never made, gives nobody the role', () => {
    const { world, insurer, broker, offer, offerId, decide, convener } = openWithSecondMap()
    expect(world.try(broker, decide(true))).toMatchObject({ refusal: { code: 'edit.notFound' } })
    world.act(insurer, offer())
    world.act(insurer, { type: 'handover.withdraw', id: offerId })
    expect(world.try(broker, decide(true)).accepted).toBe(false)
    expect(convener()).toBe(insurer.organisationId)
  })

  it('ends when the organisation leaves before it has answered', () => {
    const { world, insurer, broker, offer, offerId } = openWithSecondMap()
    world.act(insurer, offer())
    const place = world.everything
      .all('participant')
      .find((row) => row.organisationId === broker.organisationId)!
    world.act(broker, { type: 'participant.leave', id: place.id })
    expect(world.everything.get('handover', offerId)?.state).toBe('withdrawn')
  })

  it('is seen by the two organisations alone', () => {
    const { world, insurer, broker, mapId, offer, offerId } = openWithSecondMap()
    const [bank, party] = [person(), newId()]
    world.act(
      insurer,
      { type: 'party.add', id: party, name: 'Bank', kind: 'partner' },
      { type: 'lane.add', id: newId(), mapId, partyId: party, rank: 'a3' },
    )
    world.act(
      { ...bank, grant: { kind: 'invitation', partyId: party, mapIds: [mapId] } },
      { type: 'participant.join', id: newId(), mapId },
      { type: 'party.hold', id: party },
    )
    world.act(insurer, offer())
    expect(world.seenBy(bank).get('map', mapId)).toBeDefined()
    expect(world.seenBy(bank).get('handover', offerId)).toBeUndefined()
    for (const side of [insurer, broker])
      expect(world.seenBy(side).get('handover', offerId)?.state).toBe('offered')
    world.act(broker, { type: 'handover.decide', id: offerId, accept: true })
    expect(world.seenBy(bank).get('ecosystem', world.id)?.convenerOrganisationId).toBe(broker.organisationId)
    expect(world.seenBy(bank).get('handover', offerId)).toBeUndefined()
  })
})
