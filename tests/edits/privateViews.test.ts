import { describe, expect, it } from 'vitest'
import { isVisible } from '../../shared/audience/audience.ts'
import { applyEdit } from '../../shared/edits/applyEdit.ts'
import { signing } from '../../shared/rules/author.ts'
import { newId, openSharedJourney, person } from '../support/journey.ts'
import type { See } from '../support/memoryEcosystem.ts'

const leaky: See = () => true
const emptyIsEveryone: See = (audience, keys) => audience.length === 0 || isVisible(audience, keys)

function withPrivateView(see?: See) {
  const journey = openSharedJourney(see)
  const { world, broker, cards } = journey
  const view = newId()
  const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
  world.act(broker, {
    type: 'perspective.add',
    id: view,
    ...target,
    performance: 3,
    notes: 'We steer elsewhere',
  })
  return { ...journey, view }
}

describe("a distributor's private view", () => {
  it('is never among the rows of the producer, nor in what its edits change', () => {
    const reaches = (see?: See) => {
      const { world, insurer, cards, view } = withPrivateView(see)
      const seen = world.seenBy(insurer).get('perspective', view) !== undefined
      const outcome = world.try(insurer, { type: 'touchpoint.remove', id: cards.insurer })
      const told = outcome.accepted && outcome.changes.some((change) => change.id === view)
      return { seen, told }
    }
    expect(reaches()).toEqual({ seen: false, told: false })
    expect(reaches(leaky)).toEqual({ seen: true, told: true })
  })

  it('is seen by every colleague of its own organisation', () => {
    const { world, broker, view } = withPrivateView()
    const colleague = person('viewer', broker.organisationId)
    expect(world.seenBy(colleague).get('perspective', view)).toMatchObject({ performance: 3 })
  })

  it('loses its place with the touchpoint, stays its own, and returns on undo', () => {
    const { world, insurer, broker, cards, view } = withPrivateView()
    const placed = world.everything.get('perspective', view)
    const outcome = world.try(insurer, { type: 'touchpoint.remove', id: cards.insurer })
    expect(outcome.consequences.map((change) => change.id)).toEqual([view])
    expect(world.seenBy(broker).get('perspective', view)).toMatchObject({
      unplacedFrom: 'Reviews the risk',
      deleted: false,
      notes: 'We steer elsewhere',
    })
    world.undo(insurer, outcome.edit)
    expect(world.everything.get('perspective', view)).toMatchObject({
      ...placed,
      versions: expect.anything(),
    })
  })

  it('loses its place with a whole lane and with a whole map', () => {
    const { world, insurer, broker, cards, lanes } = withPrivateView()
    const view = newId()
    const target = { targetKind: 'touchpoint', targetId: cards.bakery } as const
    world.act(broker, { type: 'perspective.add', id: view, ...target, performance: 1 })
    world.act(insurer, { type: 'lane.remove', id: lanes.bakery })
    expect(world.everything.get('perspective', view)?.unplacedFrom).toBe('Receives the policy')
  })

  it('loses its place with a handoff as well', () => {
    const { world, insurer, broker, handoff } = withPrivateView()
    const view = newId()
    const target = { targetKind: 'link', targetId: handoff } as const
    world.act(broker, { type: 'perspective.add', id: view, ...target, experiencedMinutes: 8640 })
    world.act(insurer, { type: 'link.remove', id: handoff })
    expect(world.everything.get('perspective', view)?.unplacedFrom).toBe('risk details')
  })

  it('becomes visible when shared, to those named and nobody else, and disappears when withdrawn', () => {
    const { world, insurer, broker, stranger, view } = withPrivateView()
    const sees = (author: typeof insurer) => world.seenBy(author).get('perspective', view) !== undefined
    const share = (choice: 'organisation' | 'map' | { organisationIds: string[] }) =>
      world.try(broker, { type: 'perspective.share', id: view, with: choice })
    share({ organisationIds: [insurer.organisationId] })
    expect([sees(insurer), sees(broker), sees(stranger)]).toEqual([true, true, false])
    share('organisation')
    expect([sees(insurer), sees(broker)]).toEqual([false, true])
    share('map')
    expect([sees(insurer), sees(broker), sees(stranger)]).toEqual([true, true, false])
    expect(share({ organisationIds: [stranger.organisationId] })).toMatchObject({
      accepted: false,
      refusal: { code: 'edit.invalid' },
    })
  })

  it('is never shared further than what it is about', () => {
    const { world, broker, view, cards } = withPrivateView()
    const share = { type: 'perspective.share', id: view, with: 'map' } as const
    const rows = world.seenBy(broker)
    expect(
      applyEdit({ actions: [share] }, signing(broker, 'Bea Broker', new Date()), world.id, rows).accepted,
    ).toBe(true)
    const card = rows.get('touchpoint', cards.insurer)!
    rows.set('touchpoint', { ...card, audience: [`org:${broker.organisationId}`] })
    expect(
      applyEdit({ actions: [share] }, signing(broker, 'Bea Broker', new Date()), world.id, rows),
    ).toMatchObject({
      accepted: false,
      refusal: { field: 'with' },
    })
  })

  it('is one per organisation and for whom it speaks', () => {
    const { world, broker, insurer, cards } = withPrivateView()
    const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
    const again = { type: 'perspective.add', id: newId(), ...target, performance: 5 } as const
    expect(world.try(broker, again)).toMatchObject({ accepted: false, refusal: { field: 'targetId' } })
    expect(world.try(broker, { ...again, onBehalfOf: 'customer' }).accepted).toBe(true)
    expect(world.try(insurer, { ...again, id: newId() }).accepted).toBe(true)
  })
})

it('a row without an audience is seen by nobody, not by everybody', () => {
  const leaks = (see?: See) => {
    const { world, stranger, cards } = openSharedJourney(see)
    const card = world.everything.get('touchpoint', cards.broker)!
    world.everything.set('touchpoint', { ...card, audience: [] })
    return world.seenBy(stranger).get('touchpoint', cards.broker) !== undefined
  }
  expect(leaks()).toBe(false)
  expect(leaks(emptyIsEveryone)).toBe(true)
})

it('a map is seen by those who take part in it: another participant of the ecosystem does not see it', () => {
  const { world, insurer, broker, parties } = openSharedJourney()
  const mapId = newId()
  world.act(
    insurer,
    { type: 'map.add', id: mapId, participantId: newId(), name: 'With the rival', rank: 'a1' },
    { type: 'lane.add', id: newId(), mapId, partyId: parties.insurer, rank: 'a0' },
  )
  const seen = world.seenBy(broker)
  expect(seen.get('map', mapId)).toBeUndefined()
  expect(seen.all('participant').map((row) => row.mapId)).not.toContain(mapId)
  expect(seen.all('lane').map((row) => row.mapId)).not.toContain(mapId)
})

it('a party is seen where it has a lane, and no longer when the lane goes', () => {
  const { world, insurer, broker, parties, lanes } = openSharedJourney()
  const rival = newId()
  world.act(insurer, { type: 'party.add', id: rival, name: 'Rival broker', kind: 'distributor' })
  expect(world.seenBy(broker).get('party', rival)).toBeUndefined()
  expect(world.seenBy(broker).get('party', parties.bakery)).toBeDefined()
  world.act(insurer, { type: 'lane.remove', id: lanes.bakery })
  expect(world.seenBy(broker).get('party', parties.bakery)).toBeUndefined()
  expect(world.seenBy(insurer).get('party', parties.bakery)).toBeDefined()
})

it('an organisation that left sees what is its own, not the map', () => {
  const { world, broker, cards, view } = withPrivateView()
  const own = world.everything.all('participant').find((row) => row.organisationId === broker.organisationId)!
  world.act(broker, { type: 'participant.leave', id: own.id })
  const seen = world.seenBy(broker)
  expect(seen.get('touchpoint', cards.broker)).toBeUndefined()
  expect(seen.get('perspective', view)).toBeDefined()
})

it('what was shared with an organisation by name is gone with its place on the map, also after it came back', () => {
  const { world, broker, insurer, invited, view, mapId } = withPrivateView()
  const named = newId()
  const target = {
    targetKind: 'touchpoint',
    targetId: world.everything.get('perspective', view)!.targetId,
  } as const
  world.act(
    insurer,
    { type: 'perspective.add', id: named, ...target, performance: 9 },
    { type: 'perspective.share', id: named, with: { organisationIds: [broker.organisationId] } },
  )
  expect(world.seenBy(broker).get('perspective', named)).toBeDefined()
  const own = world.everything.all('participant').find((row) => row.organisationId === broker.organisationId)!
  world.act(insurer, { type: 'participant.leave', id: own.id })
  expect(world.seenBy(broker).get('perspective', named)).toBeUndefined()
  expect(world.seenBy(insurer).get('perspective', named)).toMatchObject({ performance: 9 })
  world.act(invited, { type: 'participant.join', id: newId(), mapId })
  expect(world.seenBy(broker).get('perspective', named)).toBeUndefined()
  expect(world.seenBy(broker).get('perspective', view)).toBeDefined()
})

it('an organisation that left learns no name that was given to a touchpoint afterwards, not even when it is deleted', () => {
  const { world, insurer, broker, cards, view } = withPrivateView()
  const own = world.everything.all('participant').find((row) => row.organisationId === broker.organisationId)!
  world.act(broker, { type: 'participant.leave', id: own.id })
  const named = { type: 'touchpoint.change', id: cards.insurer, fields: { name: 'Secret since' } } as const
  world.act(insurer, named, { type: 'touchpoint.remove', id: cards.insurer })
  const left = world.seenBy(broker).get('perspective', view)
  expect(left?.unplacedFrom).toBe('something that was deleted')
})
