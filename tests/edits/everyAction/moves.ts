import { newId, openSharedJourney } from '../../support/journey.ts'
import { rank, type Tries } from './try.ts'

export const moveTries: Tries<'move'> = {
  'move.propose': () => {
    const { world, broker: author, cards, lanes, stages } = openSharedJourney()
    const place = { laneId: lanes.insurer, stageId: stages.claim, rank }
    return {
      world,
      author,
      actions: [{ type: 'move.propose', id: newId(), touchpointId: cards.insurer, ...place }],
    }
  },
  'move.remove': () => {
    const { world, broker: author, move: id } = withMove()
    return { world, author, actions: [{ type: 'move.remove', id }] }
  },
  'move.decide': () => {
    const { world, insurer: author, move: id } = withMove()
    return { world, author, actions: [{ type: 'move.decide', id, accept: true }] }
  },
}

function withMove() {
  const journey = openSharedJourney()
  const move = newId()
  const { cards, lanes, stages } = journey
  journey.world.act(journey.broker, {
    type: 'move.propose',
    id: move,
    ...{ touchpointId: cards.insurer, laneId: lanes.insurer, stageId: stages.claim, rank },
  })
  return { ...journey, move }
}
