import { newId, openJourney, openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'

export const stageTries: Tries<'stage'> = {
  'stage.add': () => {
    const { world, broker: author, mapId, lanes } = openSharedJourney()
    const own = { mapId, laneId: lanes.broker, name: 'Keep', rank: 'a5' }
    return { world, author, actions: [{ type: 'stage.add', id: newId(), ...own }] }
  },
  'stage.change': () => {
    const { world, insurer: author, stages } = openJourney()
    return {
      world,
      author,
      actions: [
        {
          type: 'stage.change',
          id: stages.buy,
          fields: { name: 'Choose', rank: 'a8', recurs: true, frequency: '4 per year' },
        },
      ],
    }
  },
  'stage.remove': () => {
    const { world, broker: author, stages } = openSharedJourney()
    return { world, author, actions: [{ type: 'stage.remove', id: stages.place }] }
  },
}
