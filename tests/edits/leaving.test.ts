// What stays and what goes with an organisation that leaves, or whose part is ended by the organiser.
import { describe, expect, it } from 'vitest'
import { newId, openJourneyOfThree, openSharedJourney, person } from '../support/journey.ts'

function placeOf({ world }: ReturnType<typeof openSharedJourney>, organisationId: string, onMap?: string) {
  return world.everything
    .all('participant')
    .find((row) => row.organisationId === organisationId && (!onMap || row.mapId === onMap))!.id
}

describe('the party of an organisation that left', () => {
  it.each(['broker', 'insurer'] as const)('is unclaimed again when the %s ends its part', (who) => {
    const journey = openSharedJourney()
    const { world, broker, insurer, parties, cards } = journey
    world.act(journey[who], { type: 'participant.leave', id: placeOf(journey, broker.organisationId) })

    expect(world.seenBy(insurer).get('party', parties.broker)).toMatchObject({ heldByOrganisationId: null })
    expect(world.seenBy(broker).get('party', parties.broker)).toBeUndefined()
    const rename = { type: 'touchpoint.change', id: cards.broker, fields: { name: 'As we see it' } } as const
    expect(world.try(insurer, rename).accepted).toBe(true)
  })

  it('is not given back while it takes part in another map', () => {
    const journey = openSharedJourney()
    const { world, insurer, broker, invited, parties } = journey
    const second = newId()
    world.act(
      insurer,
      { type: 'map.add', id: second, participantId: newId(), name: 'Second', rank: 'a1' },
      { type: 'lane.add', id: newId(), mapId: second, partyId: parties.broker, rank: 'a0' },
    )
    const coming = { ...invited, grant: { ...invited.grant!, mapIds: [second] } as never }
    world.act(coming, { type: 'participant.join', id: newId(), mapId: second })
    const isHeld = () => world.everything.get('party', parties.broker)!.heldByOrganisationId !== null

    world.act(broker, { type: 'participant.leave', id: placeOf(journey, broker.organisationId, second) })
    expect(isHeld()).toBe(true)
    world.act(insurer, {
      type: 'participant.leave',
      id: placeOf(journey, broker.organisationId, journey.mapId),
    })
    expect(isHeld()).toBe(false)
  })

  it('and what it kept for others is kept by the organiser', () => {
    const journey = openSharedJourney()
    const { world, insurer, broker, parties } = journey
    const { organisationId } = broker
    world.act(insurer, { type: 'party.entrust', id: parties.bakery, organisationId })
    world.act(broker, { type: 'participant.leave', id: placeOf(journey, organisationId) })

    expect(world.seenBy(insurer).get('party', parties.bakery)).toMatchObject({
      stewardOrganisationId: insurer.organisationId,
    })
    expect(world.seenBy(broker).get('party', parties.bakery)).toBeUndefined()
  })

  it('is out of sight for whoever kept it once it is entrusted to somebody else, and back with undo', () => {
    const { world, insurer, broker, bank } = openJourneyOfThree()
    const spare = newId()
    world.act(insurer, { type: 'party.add', id: spare, name: 'Surveyor', kind: 'partner' })
    const entrust = ({ organisationId }: typeof broker) =>
      world.act(insurer, { type: 'party.entrust', id: spare, organisationId })
    const sees = (one: typeof broker) => world.seenBy(one).get('party', spare) !== undefined
    entrust(broker)
    expect([broker, bank, insurer].map(sees)).toEqual([true, false, true])
    const again = entrust(bank)
    expect([broker, bank, insurer].map(sees)).toEqual([false, true, true])
    world.undo(insurer, again)
    expect(world.everything.get('party', spare)?.stewardOrganisationId).toBe(broker.organisationId)
    expect([broker, bank, insurer].map(sees)).toEqual([true, false, true])
  })

  it('is out of its sight also when it gave it back in the same step, or before', () => {
    for (const together of [true, false]) {
      const journey = openSharedJourney()
      const { world, broker, insurer, parties } = journey
      const leave = { type: 'participant.leave', id: placeOf(journey, broker.organisationId) } as const
      const release = { type: 'party.release', id: parties.broker } as const
      if (together) world.act(broker, release, leave)
      else {
        world.act(broker, release)
        expect(world.seenBy(broker).get('party', parties.broker)).toBeDefined()
        world.act(broker, leave)
      }
      world.act(insurer, { type: 'party.change', id: parties.broker, fields: { name: 'For the next one' } })

      expect(world.seenBy(broker).get('party', parties.broker)).toBeUndefined()
      expect(world.seenBy(insurer).get('party', parties.broker)).toMatchObject({ heldByOrganisationId: null })
    }
  })
})

it('a view shared by name, without a place when it left, is out of the leaver’s sight', () => {
  const journey = openSharedJourney()
  const { world, insurer, broker, cards } = journey
  const [view, mark] = [newId(), newId()]
  const target = { targetKind: 'touchpoint', targetId: cards.bakery } as const
  const named = { organisationIds: [broker.organisationId] }
  world.act(
    insurer,
    { type: 'perspective.add', id: view, ...target, performance: 2 },
    { type: 'perspective.share', id: view, with: named },
    { type: 'mark.add', id: mark, ...target, kind: 'pain', statement: 'Waits', with: 'map' },
    { type: 'mark.share', id: mark, with: named },
  )
  world.act(insurer, { type: 'touchpoint.remove', id: cards.bakery })
  const sees = (author: typeof broker) => [
    world.seenBy(author).get('perspective', view)?.unplacedFrom,
    world.seenBy(author).get('mark', mark)?.unplacedFrom,
  ]
  expect(sees(broker)).toEqual(['Receives the policy', 'Receives the policy'])
  world.act(broker, { type: 'participant.leave', id: placeOf(journey, broker.organisationId) })

  expect(sees(broker)).toEqual([undefined, undefined])
  expect(sees(insurer)).toEqual(['Receives the policy', 'Receives the policy'])
})

it('a comment or a view that was removed while its reader left comes back without them', () => {
  const journey = openSharedJourney()
  const { world, insurer, broker, cards } = journey
  const [comment, view] = [newId(), newId()]
  const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
  const named = { organisationIds: [broker.organisationId] }
  world.act(
    insurer,
    { type: 'comment.add', id: comment, ...target, text: 'Only you', with: named },
    { type: 'perspective.add', id: view, ...target, performance: 2 },
    { type: 'perspective.share', id: view, with: named },
  )
  const audiences = () => [
    world.everything.get('comment', comment)?.audience,
    world.everything.get('perspective', view)?.audience,
  ]
  const both = audiences()
  const remove = () =>
    world.act(insurer, { type: 'comment.remove', id: comment }, { type: 'perspective.remove', id: view })
  world.undo(insurer, remove())
  expect(audiences(), 'while the reader takes part').toEqual(both)

  const removal = remove()
  world.act(broker, { type: 'participant.leave', id: placeOf(journey, broker.organisationId) })
  world.undo(insurer, removal)
  const ours = [`org:${insurer.organisationId}`]
  expect(audiences()).toEqual([ours, ours])
})

it('a mark that comes back after its organisation has left says that what it is about is gone, and not what that was', () => {
  const journey = openSharedJourney()
  const { world, insurer, broker, handoff } = journey
  const [mark, view] = [newId(), newId()]
  const target = { targetKind: 'link', targetId: handoff } as const
  world.act(
    broker,
    { type: 'mark.add', id: mark, ...target, kind: 'pain', with: 'map' },
    { type: 'perspective.add', id: view, ...target, performance: 2 },
  )
  const removal = world.act(
    broker,
    { type: 'mark.remove', id: mark },
    { type: 'perspective.remove', id: view },
  )
  world.act(broker, { type: 'participant.leave', id: placeOf(journey, broker.organisationId) })
  world.act(insurer, { type: 'link.remove', id: handoff })
  world.undo(broker, removal)
  const stored = [world.everything.get('mark', mark), world.everything.get('perspective', view)]
  expect(stored.map((row) => [row?.deleted, row?.unplacedFrom])).toEqual([
    [false, 'something that was deleted'],
    [false, 'something that was deleted'],
  ])
  expect(world.seenBy(broker).get('link', handoff)).toBeUndefined()
})

it('what an organisation shared with the map stays for the others, and a newcomer sees it', () => {
  const journey = openSharedJourney()
  const { world, insurer, broker, cards, parties, hold } = journey
  const view = newId()
  const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
  world.act(
    broker,
    { type: 'perspective.add', id: view, ...target, performance: 2 },
    { type: 'perspective.share', id: view, with: 'map' },
  )
  world.act(insurer, { type: 'participant.leave', id: placeOf(journey, broker.organisationId) })
  const next = person()
  hold(next, parties.broker)
  for (const author of [insurer, broker, next]) {
    expect(world.seenBy(author).get('perspective', view)).toMatchObject({ performance: 2 })
  }
  const silence = { type: 'perspective.share', id: view, with: 'organisation' } as const
  expect(world.try(next, silence).accepted).toBe(false)
})
