import { describe, expect, it } from 'vitest'
import { proposalsTo } from '../../shared/analysis/proposals.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { handoffOf } from '../../shared/handoffs/handoff.ts'
import { newId, openSharedJourney, person } from '../support/journey.ts'

type Fields = Partial<Extract<ActionInput, { type: 'side.add' }>>

/** The insurer's card "Reviews the risk" and the broker's lane, which may come to live it together. */
function openSharing() {
  const journey = openSharedJourney()
  const { world, cards, lanes, stages } = journey
  const side = (fields: Fields = {}): Extract<ActionInput, { type: 'side.add' }> => ({
    type: 'side.add',
    id: newId(),
    touchpointId: cards.insurer,
    laneId: lanes.broker,
    stageId: stages.win,
    rank: 'a0',
    name: 'Answers what they ask',
    ...fields,
  })
  const sides = () => world.everything.all('side')
  const handoffNow = (linkId: string) => handoffOf(world.everything.get('link', linkId)!, world.everything)
  return { ...journey, side, sides, handoffNow }
}

function openProposed() {
  const journey = openSharing()
  const { world, insurer, side } = journey
  const added = side()
  world.act(insurer, added)
  return { ...journey, sideId: added.id }
}

function openAccepted() {
  const journey = openProposed()
  journey.world.act(journey.broker, { type: 'side.decide', id: journey.sideId, accept: true })
  return journey
}

const refused = (message: string | RegExp) =>
  expect.objectContaining({
    accepted: false,
    refusal: expect.objectContaining({ message: expect.stringMatching(message) }),
  })

describe('sharing a touchpoint between two lanes', () => {
  it('is proposed to whoever keeps the other lane, from either side', () => {
    const { world, insurer, broker, side, sides } = openSharing()
    const fromHome = side()
    world.act(insurer, fromHome)
    expect(sides()).toMatchObject([{ state: 'proposed', name: 'Answers what they ask' }])
    world.act(insurer, { type: 'side.remove', id: fromHome.id })
    world.act(broker, side())
    expect(sides()).toMatchObject([{ state: 'proposed' }])
  })

  it('stands at once where one organisation keeps both lanes', () => {
    const { world, insurer, lanes, stages, side, sides } = openSharing()
    world.act(insurer, side({ laneId: lanes.bakery, stageId: stages.buy }))
    expect(sides()).toMatchObject([{ state: 'accepted' }])
  })

  it('is seen by the whole map and by nobody else', () => {
    const { world, broker, stranger, sideId } = openProposed()
    expect(world.seenBy(broker).get('side', sideId)).toBeDefined()
    expect(world.seenBy(stranger).get('side', sideId)).toBeUndefined()
  })

  it('would show to a stranger if the row filter let everything through', () => {
    const journey = openSharedJourney(() => true)
    const { world, insurer, stranger, cards, lanes, stages } = journey
    const id = newId()
    const place = { laneId: lanes.broker, stageId: stages.win, rank: 'a0', name: '' }
    world.act(insurer, { type: 'side.add', id, touchpointId: cards.insurer, ...place })
    expect(world.seenBy(stranger).get('side', id)).toBeDefined()
  })

  it('is decided by the other side alone', () => {
    const { world, insurer, broker, sideId, sides } = openProposed()
    expect(world.try(insurer, { type: 'side.decide', id: sideId, accept: true })).toEqual(
      refused('asked to share'),
    )
    world.act(broker, { type: 'side.decide', id: sideId, accept: false })
    expect(sides()).toMatchObject([{ state: 'declined' }])
  })

  it('waits on home pages: for the broker as a question to it, for the insurer not', () => {
    const { world, insurer, broker, sideId } = openProposed()
    const asked = (who: typeof broker) => proposalsTo(who.organisationId, world.seenBy(who))
    expect(asked(broker)).toMatchObject([{ kind: 'side', toUs: true, row: { id: sideId } }])
    expect(asked(insurer)).toEqual([])
  })

  it('is proposed by nobody who keeps neither lane, and changed by no viewer', () => {
    const { world, broker, lanes, cards, stages, side, sideId } = openProposed()
    expect(
      world.try(broker, side({ touchpointId: cards.bakery, laneId: lanes.insurer, stageId: stages.buy })),
    ).toEqual(refused('organisations of the two lanes'))
    const viewer = person('viewer', broker.organisationId)
    expect(world.try(viewer, { type: 'side.decide', id: sideId, accept: true })).toEqual(refused('Viewers'))
  })

  it('has a label and a place that are the business of its own lane', () => {
    const { world, insurer, broker, sideId, stages } = openAccepted()
    const fields = { name: 'We answer', stageId: stages.place }
    expect(world.try(insurer, { type: 'side.change', id: sideId, fields })).toEqual(
      refused('organisation of a lane'),
    )
    world.act(broker, { type: 'side.change', id: sideId, fields })
    expect(world.everything.get('side', sideId)).toMatchObject(fields)
  })

  it.each([['insurer'], ['broker']] as const)('may be ended by the %s', (who) => {
    const journey = openAccepted()
    journey.world.act(journey[who], { type: 'side.remove', id: journey.sideId })
    expect(journey.sides()).toEqual([])
  })

  it('is ended by nobody else', () => {
    const { world, sideId, mapId } = openAccepted()
    const third = person()
    const grant = { kind: 'invitation', partyId: newId(), mapIds: [mapId] } as const
    world.act({ ...third, grant }, { type: 'participant.join', id: newId(), mapId })
    expect(world.try(third, { type: 'side.remove', id: sideId })).toEqual(
      refused('organisations of the two lanes'),
    )
  })

  it('needs the other side again when the touchpoint is proposed to it anew', () => {
    const { world, broker, insurer, sideId, side, sides } = openAccepted()
    world.act(broker, { type: 'side.remove', id: sideId })
    world.act(insurer, side())
    expect(sides()).toMatchObject([{ state: 'proposed' }])
  })

  it('gives no yes in another’s place by undoing one’s own no', () => {
    const { world, insurer, broker, sideId } = openProposed()
    const no = world.act(broker, { type: 'side.decide', id: sideId, accept: false })
    world.act(broker, { type: 'edit.undo', ...no })
    expect(world.everything.get('side', sideId)?.state).toBe('proposed')
    expect(world.try(insurer, { type: 'side.decide', id: sideId, accept: true }).accepted).toBe(false)
  })
})

describe('the place of a side', () => {
  it('is another party’s lane, in a stage of that lane, once', () => {
    const { world, insurer, lanes, stages, side } = openSharing()
    expect(world.try(insurer, side({ stageId: stages.buy }))).toEqual(refused('own stages'))
    expect(world.try(insurer, side({ laneId: lanes.insurer, stageId: stages.buy }))).toEqual(
      refused('another party'),
    )
    world.act(insurer, side())
    expect(world.try(insurer, side())).toEqual(refused('already'))
  })

  it('keeps the touchpoint out of the lane it is shared with', () => {
    const { world, insurer, cards, lanes, stages, side } = openSharing()
    world.act(insurer, side({ laneId: lanes.bakery, stageId: stages.buy }))
    const fields = { laneId: lanes.bakery }
    expect(world.try(insurer, { type: 'touchpoint.change', id: cards.insurer, fields })).toEqual(
      refused('another party'),
    )
  })

  it('moves to the new stages before its lane changes them', () => {
    const { world, broker, sideId, stages, lanes } = openAccepted()
    const ownStages = [
      { type: 'lane.change', id: lanes.broker, fields: { ownStages: false } },
    ] satisfies ActionInput[]
    const cards = world.everything.list('touchpoint', 'laneId', lanes.broker)
    const moved = cards.map(
      ({ id }): ActionInput => ({ type: 'touchpoint.change', id, fields: { stageId: stages.buy } }),
    )
    expect(world.try(broker, ...ownStages, ...moved)).toEqual(refused('shared stages'))
    world.act(broker, ...ownStages, ...moved, {
      type: 'side.change',
      id: sideId,
      fields: { stageId: stages.buy },
    })
  })

  it('goes with its touchpoint and returns with it', () => {
    const { world, insurer, cards, sides, handoff } = openAccepted()
    world.act(insurer, { type: 'link.remove', id: handoff })
    const gone = world.act(insurer, { type: 'touchpoint.remove', id: cards.insurer })
    expect(sides()).toEqual([])
    world.undo(insurer, gone)
    expect(sides()).toMatchObject([{ state: 'accepted' }])
  })

  it('goes with its lane and with its own stage', () => {
    const first = openAccepted()
    first.world.act(first.broker, { type: 'lane.remove', id: first.lanes.broker })
    expect(first.sides()).toEqual([])
    const second = openAccepted()
    second.world.act(second.broker, { type: 'stage.remove', id: second.stages.win })
    expect(second.sides()).toEqual([])
  })

  it('keeps a shared stage from being taken away under the other lane', () => {
    const { world, insurer, broker, cards, lanes, stages, side } = openSharing()
    world.act(
      broker,
      { type: 'lane.change', id: lanes.broker, fields: { ownStages: false } },
      { type: 'touchpoint.change', id: cards.broker, fields: { stageId: stages.buy } },
    )
    const shared = side({ stageId: stages.claim })
    world.act(insurer, shared)
    world.act(broker, { type: 'side.decide', id: shared.id, accept: true })
    expect(world.try(insurer, { type: 'stage.remove', id: stages.claim })).toEqual(
      refused('Other organisations'),
    )
    world.act(broker, { type: 'side.remove', id: shared.id })
    world.act(insurer, { type: 'stage.remove', id: stages.claim })
  })
})

describe('links at a shared touchpoint', () => {
  it('hand nothing over to a party that lives it too, and close what was agreed', () => {
    const { world, insurer, broker, handoff, confirm, handoffNow, side, cards } = openSharing()
    confirm(insurer, handoff)
    confirm(broker, handoff)
    const shared = side({ touchpointId: cards.insurer })
    world.act(insurer, shared)
    expect(handoffNow(handoff)).toMatchObject({ from: { state: 'confirmed' }, to: { state: 'confirmed' } })
    world.act(broker, { type: 'side.decide', id: shared.id, accept: true })
    expect(handoffNow(handoff)).toBeNull()
    world.act(broker, { type: 'side.remove', id: shared.id })
    expect(handoffNow(handoff)).toMatchObject({ from: { state: 'changed' }, to: { state: 'changed' } })
  })

  it('to a third party are handoffs of the touchpoint’s own lane', () => {
    const { insurer, cards, link, handoffNow, parties } = openAccepted()
    const onward = link(insurer, cards.insurer, cards.bakery, { passes: 'the policy' })
    expect(handoffNow(onward)).toMatchObject({
      from: { partyId: parties.insurer },
      to: { partyId: parties.bakery },
    })
  })
})
