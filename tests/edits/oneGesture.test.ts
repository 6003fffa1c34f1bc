import { describe, expect, it } from 'vitest'
import { edit, editVersion } from '../../shared/edits/actions/actions.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

describe('one edit is one gesture', () => {
  it('a refusal of its last action leaves nothing of the others', () => {
    const { world, insurer, lanes, stages } = openSharedJourney()
    const before = world.contents()
    const outcome = world.try(
      insurer,
      {
        type: 'touchpoint.add',
        id: newId(),
        laneId: lanes.insurer,
        stageId: stages.buy,
        name: 'New',
        rank: 'a1',
      },
      { type: 'lane.remove', id: lanes.broker },
    )
    expect(outcome).toMatchObject({ accepted: false, refusal: { code: 'edit.notAllowed' } })
    expect(world.contents()).toEqual(before)
  })

  it('later actions see what earlier ones made', () => {
    const { world, broker, mapId, parties, lanes } = openSharedJourney()
    const [lane, stage, card] = [newId(), newId(), newId()]
    world.act(
      broker,
      { type: 'stage.add', id: stage, mapId, laneId: lanes.broker, name: 'Serve', rank: 'a7' },
      {
        type: 'lane.add',
        id: lane,
        mapId,
        partyId: parties.broker,
        parentLaneId: lanes.broker,
        name: 'Claims desk',
        ownStages: true,
        rank: 'a0',
      },
      { type: 'touchpoint.add', id: card, laneId: lane, stageId: stage, name: 'Opens a claim', rank: 'a0' },
      { type: 'touchpoint.change', id: card, fields: { name: 'Opens the claim' } },
    )
    expect(world.everything.get('touchpoint', card)).toMatchObject({
      name: 'Opens the claim',
      review: 'right',
    })
  })

  it('counts up the version of each changed field once', () => {
    const { world, broker, cards } = openSharedJourney()
    const before = world.everything.get('touchpoint', cards.broker)!
    world.act(
      broker,
      { type: 'touchpoint.change', id: cards.broker, fields: { name: 'One' } },
      { type: 'touchpoint.change', id: cards.broker, fields: { name: 'Two' } },
    )
    const after = world.everything.get('touchpoint', cards.broker)!
    expect(after.versions).toEqual({ ...before.versions, name: before.versions.name! + 1 })
  })

  it('changes nothing in the rows it reads', () => {
    const { world, broker, cards } = openSharedJourney()
    const before = world.everything.get('touchpoint', cards.broker)!
    const copy = structuredClone(before)
    world.act(broker, { type: 'touchpoint.change', id: cards.broker, fields: { name: 'Other' } })
    expect(before).toEqual(copy)
  })

  it('is refused by its schema before it is applied when it has no action, or is of another version', () => {
    const whole = {
      clientId: newId(),
      number: 1,
      version: editVersion,
      actions: [{ type: 'lane.remove', id: newId() }],
    }
    expect(edit.safeParse(whole).success).toBe(true)
    expect(edit.safeParse({ ...whole, actions: [] }).success).toBe(false)
    expect(edit.safeParse({ ...whole, version: editVersion - 1 }).success).toBe(false)
  })
})

describe('what must hold once an edit is complete', () => {
  it('a card lies in a stage of its own lane, or of the shared stages its lane follows', () => {
    const { world, broker, insurer, cards, stages } = openSharedJourney()
    const toStage = (id: string, stageId: string) =>
      ({ type: 'touchpoint.change', id, fields: { stageId } }) as const
    for (const [author, change] of [
      [broker, toStage(cards.broker, stages.buy)],
      [insurer, toStage(cards.insurer, stages.win)],
    ] as const)
      expect(world.try(author, change)).toMatchObject({ accepted: false, refusal: { field: 'stageId' } })
  })

  it('a lane cannot start following the shared stages while cards lie in its own', () => {
    const { world, broker, lanes, cards, stages } = openSharedJourney()
    const follow = { type: 'lane.change', id: lanes.broker, fields: { ownStages: false } } as const
    expect(world.try(broker, follow)).toMatchObject({ accepted: false, refusal: { field: 'stageId' } })
    const move = { type: 'touchpoint.change', id: cards.broker, fields: { stageId: stages.claim } } as const
    expect(world.try(broker, follow, move).accepted).toBe(true)
  })

  it('a lane that follows the shared stages has none of its own', () => {
    const { world, insurer, mapId, lanes } = openSharedJourney()
    const stage = {
      type: 'stage.add',
      id: newId(),
      mapId,
      laneId: lanes.insurer,
      name: 'Own',
      rank: 'a0',
    } as const
    expect(world.try(insurer, stage)).toMatchObject({ accepted: false, refusal: { field: 'laneId' } })
  })

  it('no card leads to itself, and two cards of one party are linked once in a direction', () => {
    const { world, broker, lanes, cards, card } = openSharedJourney()
    const second = card(broker, lanes.broker, { name: 'Asks back' })
    const link = (from: string, to: string) =>
      world.try(broker, { type: 'link.add', id: newId(), fromTouchpointId: from, toTouchpointId: to })
    expect(link(cards.broker, cards.broker).accepted).toBe(false)
    expect(link(cards.broker, second).accepted).toBe(true)
    expect(link(cards.broker, second).accepted).toBe(false)
    expect(link(second, cards.broker).accepted).toBe(true)
  })

  it('several things may pass between the same two cards of two parties', () => {
    const { world, broker, cards } = openSharedJourney()
    const pass = (passes: string) =>
      world.try(broker, {
        ...{ type: 'link.add', id: newId(), passes },
        ...{ fromTouchpointId: cards.broker, toTouchpointId: cards.insurer },
      } as const)
    expect(pass('Photos').accepted).toBe(true)
    expect(pass('Inventory').accepted).toBe(true)
  })

  it('a link lies on one map', () => {
    const { world, insurer, parties, cards } = openSharedJourney()
    const [mapId, laneId, stageId, id] = [newId(), newId(), newId(), newId()]
    world.act(
      insurer,
      { type: 'map.add', id: mapId, participantId: newId(), name: 'Another', rank: 'a1' },
      { type: 'lane.add', id: laneId, mapId, partyId: parties.insurer, rank: 'a0' },
      { type: 'stage.add', id: stageId, mapId, name: 'Need', rank: 'a0' },
      { type: 'touchpoint.add', id, laneId, stageId, name: 'Elsewhere', rank: 'a0' },
    )
    const across = {
      type: 'link.add',
      id: newId(),
      fromTouchpointId: cards.insurer,
      toTouchpointId: id,
    } as const
    expect(world.try(insurer, across)).toMatchObject({
      accepted: false,
      refusal: { field: 'toTouchpointId' },
    })
  })
})
