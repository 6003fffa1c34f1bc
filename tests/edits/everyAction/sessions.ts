import { newId, openSharedJourney } from '../../support/journey.ts'
import { rank, type Tries } from './try.ts'

export const sessionTries: Tries<'session' | 'sticky'> = {
  'session.start': () => {
    const { world, broker: author, mapId } = openSharedJourney()
    return { world, author, actions: [{ type: 'session.start', id: newId(), mapId, name: 'First hour' }] }
  },
  'session.change': () => {
    const { world, insurer: author, session: id } = withSession()
    return { world, author, actions: [{ type: 'session.change', id, fields: { question: 'And then?' } }] }
  },
  'session.end': () => {
    const { world, insurer: author, session: id } = withSession()
    return { world, author, actions: [{ type: 'session.end', id }] }
  },
  'session.record': () => {
    const { world, broker: author, mapId } = openSharedJourney()
    return { world, author, actions: [recordedOf(mapId)] }
  },
  'sticky.add': () => {
    const { world, broker: author, session: sessionId } = withSession()
    return { world, author, actions: [{ type: 'sticky.add', id: newId(), sessionId, text: 'Waits', rank }] }
  },
  'sticky.record': () => {
    const { world, broker: author, mapId, cards } = openSharedJourney()
    const session = recordedOf(mapId)
    world.act(author, session)
    const said = { text: 'We wait', group: 'Waiting', authorName: 'Priya of Broker', rank }
    return {
      world,
      author,
      actions: [
        {
          ...{ type: 'sticky.record', id: newId(), sessionId: session.id },
          ...{ ...said, touchpointId: cards.insurer },
        },
      ],
    }
  },
  'sticky.change': () => {
    const { world, broker: author, stickies } = withSession()
    const fields = { text: 'We write to the bakery' }
    return { world, author, actions: [{ type: 'sticky.change', id: stickies[0], fields }] }
  },
  'sticky.group': () => {
    const { world, insurer: author, stickies } = withSession()
    const moved = stickies.map((id, index) => ({ id, rank: `b0${index}` }))
    return { world, author, actions: [{ type: 'sticky.group', stickies: moved, group: 'Waiting' }] }
  },
  'sticky.place': () => {
    const { world, insurer: author, stickies, lanes, stages } = withSession()
    const placed = stickies.map((id, index) => ({ id, touchpointId: newId(), rank: `b0${index}` }))
    const cell = { laneId: lanes.broker, stageId: stages.win }
    return { world, author, actions: [{ type: 'sticky.place', stickies: placed, ...cell }] }
  },
  'sticky.remove': () => {
    const { world, insurer: author, stickies } = withSession()
    return { world, author, actions: [{ type: 'sticky.remove', id: stickies[0] }] }
  },
}

const recordedOf = (mapId: string) => ({
  ...{
    type: 'session.record' as const,
    id: newId(),
    mapId,
    name: 'Session',
    question: 'Where do six days go?',
  },
  ...{ startedAt: '2026-03-03T09:00:00.000Z', authorName: 'Anna of Insurer' },
})

function withSession() {
  const journey = openSharedJourney()
  const [session, sticky, other] = [newId(), newId(), newId()]
  journey.world.act(journey.insurer, {
    type: 'session.start',
    id: session,
    mapId: journey.mapId,
    name: 'First hour',
    question: 'What happens between the order and the policy?',
  })
  journey.world.act(
    journey.broker,
    { type: 'sticky.add', id: sticky, sessionId: session, text: 'We phone the bakery', rank },
    { type: 'sticky.add', id: other, sessionId: session, text: 'The bakery waits', rank: 'a1' },
  )
  return { ...journey, session, stickies: [sticky, other] as const }
}
