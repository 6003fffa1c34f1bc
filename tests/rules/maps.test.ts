import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { newId, openJourney, openSharedJourney } from '../support/journey.ts'
import { lacks } from './lacks.ts'

const rank = 'a3'

describe('the organisation that organises', () => {
  it('shapes the map; the others do not', () => {
    const { world, insurer, broker, mapId, parties, stages } = openSharedJourney()
    const shaping: ActionInput[] = [
      { type: 'stage.add', id: newId(), mapId, name: 'Renew', rank },
      { type: 'stage.change', id: stages.buy, fields: { name: 'Choose' } },
      { type: 'stage.remove', id: stages.claim },
      { type: 'party.add', id: newId(), name: 'Surveyor', kind: 'partner' },
      { type: 'lane.add', id: newId(), mapId, partyId: parties.bakery, rank },
      { type: 'map.change', id: mapId, fields: { name: 'Flood' } },
      { type: 'ecosystem.change', id: world.id, fields: { name: 'Other' } },
      { type: 'map.add', id: newId(), participantId: newId(), name: 'Second', rank },
    ]
    for (const action of shaping) expect(lacks(world, broker, action), action.type).toBe('shapeMap')
    for (const action of shaping) expect(lacks(world, insurer, action), action.type).toBeNull()
  })

  it('deletes neither a held lane, nor the map it is on, nor a stage with cards of another organisation', () => {
    const { world, insurer, broker, mapId, lanes, stages, parties } = openSharedJourney()
    expect(lacks(world, insurer, { type: 'lane.remove', id: lanes.broker })).toBe('heldLaneStays')
    expect(lacks(world, insurer, { type: 'map.remove', id: mapId })).toBe('heldLaneStays')
    expect(lacks(world, insurer, { type: 'stage.remove', id: stages.place })).toBe('othersCardsStay')
    expect(lacks(world, insurer, { type: 'party.change', id: parties.broker, fields: { name: 'X' } })).toBe(
      'keepParty',
    )
    world.act(broker, { type: 'lane.change', id: lanes.broker, fields: { ownStages: true } })
    expect(lacks(world, insurer, { type: 'lane.change', id: lanes.broker, fields: { nature: 'b2c' } })).toBe(
      'editLane',
    )
    expect(lacks(world, insurer, { type: 'lane.change', id: lanes.broker, fields: { rank } })).toBeNull()
  })

  it('says the same of a stage with cards in a lane that nobody holds and another organisation keeps', () => {
    const { world, insurer, broker, parties, cards, stages } = openSharedJourney()
    const remove = { type: 'stage.remove', id: stages.buy } as const
    expect(world.everything.get('touchpoint', cards.bakery)?.stageId).toBe(stages.buy)
    const entrust = ({ organisationId }: typeof broker) =>
      ({ type: 'party.entrust', id: parties.bakery, organisationId }) as const
    world.act(insurer, entrust(broker))
    expect(lacks(world, insurer, remove)).toBe('othersCardsStay')
    world.act(broker, entrust(insurer))
    expect(lacks(world, insurer, remove)).toBeNull()
  })

  it('hands over before it leaves', () => {
    const { world, insurer } = openSharedJourney()
    const own = world.everything
      .all('participant')
      .find((row) => row.organisationId === insurer.organisationId)!
    expect(lacks(world, insurer, { type: 'participant.leave', id: own.id })).toContain('Hand over')
  })

  it('keeps an unclaimed lane until somebody holds it', () => {
    const { world, insurer, accept, card, lanes } = openJourney()
    const id = card(insurer, lanes.broker)
    expect(lacks(world, insurer, { type: 'touchpoint.change', id, fields: { name: 'Better' } })).toBeNull()
    expect(world.everything.get('touchpoint', id)).toMatchObject({ review: 'described', state: 'accepted' })
    accept()
    expect(lacks(world, insurer, { type: 'touchpoint.change', id, fields: { name: 'Worse' } })).toBe(
      'editTouchpoint',
    )
  })
})

it('an organisation that takes no part finds nothing to change', () => {
  const { world, stranger, cards, handoff, lanes, mapId } = openSharedJourney()
  for (const action of [
    { type: 'touchpoint.remove', id: cards.broker },
    { type: 'link.change', id: handoff, fields: { passes: 'x' } },
    { type: 'lane.remove', id: lanes.broker },
    { type: 'map.change', id: mapId, fields: { name: 'x' } },
    { type: 'ecosystem.change', id: world.id, fields: { name: 'x' } },
  ] as const)
    expect(lacks(world, stranger, action), action.type).toContain('edit.notFound')
})
