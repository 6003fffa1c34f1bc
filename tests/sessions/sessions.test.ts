import { describe, expect, it } from 'vitest'
import { newId, openSharedJourney, person } from '../support/journey.ts'

function openSession() {
  const journey = openSharedJourney()
  const { world, insurer, broker, mapId } = journey
  const sessionId = newId()
  world.act(insurer, {
    type: 'session.start',
    id: sessionId,
    mapId,
    name: 'First hour',
    question: 'What happens between the claim and the answer?',
  })
  const write = (author: typeof broker, text: string, rank = 'a0') => {
    const id = newId()
    world.act(author, { type: 'sticky.add', id, sessionId, text, rank })
    return id
  }
  const stickies = () => world.everything.all('sticky')
  return { ...journey, sessionId, write, stickies }
}

const refused = (message: string | RegExp) =>
  expect.objectContaining({
    accepted: false,
    refusal: expect.objectContaining({ message: expect.stringMatching(message) }),
  })

describe('a co-mapping session', () => {
  it('is opened by anyone who edits on the map, signed, one at a time', () => {
    const { world, insurer, broker, mapId, sessionId } = openSession()
    expect(world.everything.get('session', sessionId)).toMatchObject({
      state: 'open',
      organisationId: insurer.organisationId,
      personId: insurer.personId,
      authorName: 'Ada',
    })
    const second = { type: 'session.start', id: newId(), mapId, name: 'Another' } as const
    expect(world.try(broker, second)).toEqual(refused('open on this map already'))
    world.act(insurer, { type: 'session.end', id: sessionId })
    expect(world.try(broker, second).accepted).toBe(true)
  })

  it('is changed and ended by whoever runs it, or the organiser', () => {
    const { world, insurer, broker, mapId, sessionId } = openSession()
    expect(world.try(broker, { type: 'session.end', id: sessionId })).toEqual(refused('opened this session'))
    world.act(insurer, { type: 'session.end', id: sessionId })
    const own = newId()
    world.act(broker, { type: 'session.start', id: own, mapId, name: 'Ours' })
    world.act(broker, { type: 'session.change', id: own, fields: { question: 'And then?' } })
    world.act(insurer, { type: 'session.end', id: own })
  })

  it('is for the whole map and for nobody else', () => {
    const { world, broker, insurer, stranger, sessionId, write } = openSession()
    const sticky = write(insurer, 'The letter waits until Thursday')
    expect(world.seenBy(broker).get('sticky', sticky)?.text).toBe('The letter waits until Thursday')
    expect(world.seenBy(stranger).get('sticky', sticky)).toBeUndefined()
    expect(world.seenBy(stranger).get('session', sessionId)).toBeUndefined()
    const words = { type: 'sticky.add', id: newId(), sessionId, text: 'Hello', rank: 'a0' } as const
    expect(world.try(stranger, words).accepted).toBe(false)
  })

  it('would be seen by a stranger if the row filter let everything through', () => {
    const { world, insurer, stranger, mapId } = openSharedJourney(() => true)
    const id = newId()
    world.act(insurer, { type: 'session.start', id, mapId, name: 'First hour' })
    expect(world.seenBy(stranger).get('session', id)).toBeDefined()
  })

  it('is watched by viewers, who write nothing', () => {
    const { world, broker, sessionId } = openSession()
    const viewer = person('viewer', broker.organisationId)
    expect(world.seenBy(viewer).get('session', sessionId)).toBeDefined()
    const words = { type: 'sticky.add', id: newId(), sessionId, text: 'Hello', rank: 'a0' } as const
    expect(world.try(viewer, words)).toEqual(refused('Viewers read'))
  })

  it('takes no new stickies once it has ended, but those there are can still be placed', () => {
    const { world, insurer, broker, sessionId, write, lanes, stages } = openSession()
    const sticky = write(broker, 'We phone')
    world.act(insurer, { type: 'session.end', id: sessionId })
    const words = { type: 'sticky.add', id: newId(), sessionId, text: 'Late', rank: 'a0' } as const
    expect(world.try(broker, words)).toEqual(refused('has ended'))
    const placed = [{ id: sticky, touchpointId: newId(), rank: 'b0' }]
    world.act(broker, { type: 'sticky.place', stickies: placed, laneId: lanes.broker, stageId: stages.win })
  })
})

describe('a sticky', () => {
  it('is reworded by its organisation or by whoever runs the session', () => {
    const { world, insurer, broker, write } = openSession()
    const [ours, theirs] = [write(broker, 'We phone'), write(insurer, 'We decide')]
    const fields = { text: 'We write' }
    expect(world.try(broker, { type: 'sticky.change', id: theirs, fields })).toEqual(refused('wrote it'))
    expect(world.try(broker, { type: 'sticky.remove', id: theirs })).toEqual(refused('wrote it'))
    world.act(insurer, { type: 'sticky.change', id: ours, fields })
    world.act(broker, { type: 'sticky.remove', id: ours })
  })

  it('is grouped with others by anyone, many in one step', () => {
    const { world, broker, insurer, write, stickies } = openSession()
    const ids = [write(broker, 'We phone', 'a0'), write(insurer, 'We decide', 'a1')]
    const moved = ids.map((id, index) => ({ id, rank: `c${index}` }))
    const edit = world.act(broker, { type: 'sticky.group', stickies: moved, group: 'Waiting' })
    expect(stickies().map(({ group }) => group)).toEqual(['Waiting', 'Waiting'])
    world.undo(broker, edit)
    expect(stickies().map(({ group }) => group)).toEqual(['', ''])
  })

  it('becomes a touchpoint with others in one step: ours stand, those in a lane of others are proposals', () => {
    const { world, broker, write, lanes, stages, stickies } = openSession()
    const ids = [write(broker, 'We phone', 'a0'), write(broker, 'We wait', 'a1')]
    const place = (rank: string) => ids.map((id) => ({ id, touchpointId: newId(), rank }))
    const own = { laneId: lanes.broker, stageId: stages.win }
    const edit = world.act(broker, { type: 'sticky.place', stickies: place('b0'), ...own })
    const inWin = () =>
      world.everything.list('touchpoint', 'stageId', stages.win).filter((row) => !row.deleted)
    expect(inWin().map(({ name, state }) => [name, state])).toEqual([
      ['We phone', 'accepted'],
      ['We wait', 'accepted'],
    ])
    expect(stickies().every(({ touchpointId }) => touchpointId !== null)).toBe(true)
    expect(world.try(broker, { type: 'sticky.place', stickies: place('b1'), ...own })).toEqual(
      refused('has a place'),
    )
    world.undo(broker, edit)
    expect(inWin()).toEqual([])
    expect(stickies().every(({ touchpointId }) => touchpointId === null)).toBe(true)
    const theirs = { laneId: lanes.insurer, stageId: stages.claim }
    world.act(broker, { type: 'sticky.place', stickies: place('b2'), ...theirs })
    expect(world.everything.list('touchpoint', 'stageId', stages.claim).map(({ state }) => state)).toEqual([
      'proposed',
      'proposed',
    ])
  })

  it('can be placed again once its touchpoint is gone', () => {
    const { world, broker, write, lanes, stages } = openSession()
    const sticky = write(broker, 'We phone')
    const own = { laneId: lanes.broker, stageId: stages.win }
    const touchpointId = newId()
    world.act(broker, { type: 'sticky.place', stickies: [{ id: sticky, touchpointId, rank: 'b0' }], ...own })
    world.act(broker, { type: 'touchpoint.remove', id: touchpointId })
    const again = [{ id: sticky, touchpointId: newId(), rank: 'b0' }]
    world.act(broker, { type: 'sticky.place', stickies: again, ...own })
  })

  it('that is longer than a name keeps all its words', () => {
    const { world, broker, write, lanes, stages } = openSession()
    const text = 'We wait for the loss adjuster '.repeat(9).trim()
    const touchpointId = newId()
    const own = { laneId: lanes.broker, stageId: stages.win }
    const stickies = [{ id: write(broker, text), touchpointId, rank: 'b0' }]
    world.act(broker, { type: 'sticky.place', stickies, ...own })
    const touchpoint = world.everything.get('touchpoint', touchpointId)!
    expect(touchpoint.name.length).toBeLessThanOrEqual(160)
    expect(touchpoint.description).toBe(text)
  })
})

it('a sticky is not carried to another map, whose people its writer may not know', () => {
  const { world, insurer, broker, write, parties } = openSession()
  const [mapId, laneId, stageId] = [newId(), newId(), newId()]
  world.act(
    insurer,
    { type: 'map.add', id: mapId, participantId: newId(), name: 'Ours alone', rank: 'b0' },
    { type: 'lane.add', id: laneId, mapId, partyId: parties.insurer, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Buy', rank: 'a0' },
  )
  const stickies = [{ id: write(broker, 'We phone'), touchpointId: newId(), rank: 'a0' }]
  expect(world.try(insurer, { type: 'sticky.place', stickies, laneId, stageId })).toEqual(
    refused('the map its session is about'),
  )
})
