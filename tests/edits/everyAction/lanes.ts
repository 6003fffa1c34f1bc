import { newId, openSharedJourney } from '../../support/journey.ts'
import { rank, type Tries } from './try.ts'

export const laneTries: Tries<'lane'> = {
  'lane.add': () => {
    const { world, broker: author, mapId, parties, lanes } = openSharedJourney()
    const place = { mapId, partyId: parties.broker, parentLaneId: lanes.broker, ownStages: true, rank }
    return { world, author, actions: [{ type: 'lane.add', id: newId(), name: 'Claims desk', ...place }] }
  },
  'lane.change': () => {
    const { world, insurer: author, lanes } = openSharedJourney()
    return {
      world,
      author,
      actions: [{ type: 'lane.change', id: lanes.bakery, fields: { nature: 'b2b', rank: 'a9' } }],
    }
  },
  'lane.remove': () => {
    const { world, broker: author, lanes } = openSharedJourney()
    return { world, author, actions: [{ type: 'lane.remove', id: lanes.broker }] }
  },
}
