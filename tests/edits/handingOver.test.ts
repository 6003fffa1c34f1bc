// An organiser hands over before it leaves: to an organisation that takes part, and nobody else decides that.
import { describe, expect, it } from 'vitest'
import { newId, openSharedJourney, person } from '../support/journey.ts'

function openWithSecondMap() {
  const journey = openSharedJourney()
  const { world, insurer, parties } = journey
  const second = newId()
  world.act(
    insurer,
    { type: 'map.add', id: second, participantId: newId(), name: 'Without the broker', rank: 'a1' },
    { type: 'lane.add', id: newId(), mapId: second, partyId: parties.bakery, rank: 'a0' },
  )
  const handOver = (places = [{ id: newId(), mapId: second }]) =>
    ({ type: 'ecosystem.handOver', organisationId: journey.broker.organisationId, places }) as const
  return { ...journey, second, handOver }
}

describe('handing over', () => {
  it('makes another organisation the organiser, on every map, keeping what was kept', () => {
    const { world, insurer, broker, second, parties, handOver } = openWithSecondMap()
    expect(world.seenBy(broker).get('map', second)).toBeUndefined()
    world.act(insurer, handOver())

    const seen = world.seenBy(broker)
    expect(seen.get('ecosystem', world.id)?.convenerOrganisationId).toBe(broker.organisationId)
    expect(seen.get('map', second)).toBeDefined()
    expect(seen.get('party', parties.bakery)?.stewardOrganisationId).toBe(broker.organisationId)
    const rename = { type: 'map.change', id: second, fields: { name: 'With the broker' } } as const
    expect(world.try(insurer, rename).accepted).toBe(false)
    expect(world.try(broker, rename).accepted).toBe(true)
  })

  it('lets the former organiser leave, and not before', () => {
    const { world, insurer, broker, parties, handOver } = openWithSecondMap()
    const leave = () =>
      world.everything
        .all('participant')
        .filter((row) => row.organisationId === insurer.organisationId)
        .map(({ id }) => ({ type: 'participant.leave', id }) as const)
    expect(world.try(insurer, ...leave())).toMatchObject({ accepted: false, refusal: { code: 'edit.inUse' } })
    world.act(insurer, handOver())
    world.act(insurer, ...leave())
    expect(world.seenBy(broker).get('party', parties.insurer)).toMatchObject({
      heldByOrganisationId: null,
      stewardOrganisationId: broker.organisationId,
    })
    expect(world.seenBy(insurer).all('map')).toEqual([])
  })

  it('is the right of an admin of the organiser alone, to an organisation that takes part', () => {
    const { world, insurer, broker, stranger, handOver } = openWithSecondMap()
    const editor = person('editor', insurer.organisationId)
    for (const author of [editor, broker]) {
      expect(world.try(author, handOver())).toMatchObject({ accepted: false })
    }
    expect(world.try(insurer, { ...handOver(), organisationId: stranger.organisationId })).toMatchObject({
      refusal: { field: 'organisationId' },
    })
    expect(world.try(insurer, handOver([]))).toMatchObject({ refusal: { field: 'places' } })
    expect(world.everything.get('ecosystem', world.id)?.convenerOrganisationId).toBe(insurer.organisationId)
  })
})
