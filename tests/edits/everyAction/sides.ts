import { newId, openSharedJourney } from '../../support/journey.ts'
import { rank, type Tries } from './try.ts'

export const sideTries: Tries<'side'> = {
  'side.add': () => {
    const { world, broker: author, cards, lanes, stages } = openSharedJourney()
    const place = { laneId: lanes.broker, stageId: stages.win, rank }
    return {
      world,
      author,
      actions: [{ type: 'side.add', id: newId(), touchpointId: cards.insurer, ...place, name: 'We ask' }],
    }
  },
  'side.change': () => {
    const { world, broker: author, side: id, stages } = withSide()
    const fields = { name: 'We ask', stageId: stages.place }
    return { world, author, actions: [{ type: 'side.change', id, fields }] }
  },
  'side.remove': () => {
    const { world, insurer, broker, side: id } = withSide()
    world.act(broker, { type: 'side.decide', id, accept: true })
    return { world, author: insurer, actions: [{ type: 'side.remove', id }] }
  },
  'side.decide': () => {
    const { world, broker: author, side: id } = withSide()
    return { world, author, actions: [{ type: 'side.decide', id, accept: true }] }
  },
}

function withSide() {
  const journey = openSharedJourney()
  const side = newId()
  journey.world.act(journey.insurer, {
    type: 'side.add',
    id: side,
    touchpointId: journey.cards.insurer,
    laneId: journey.lanes.broker,
    stageId: journey.stages.win,
    rank,
    name: 'Answers questions',
  })
  return { ...journey, side }
}
