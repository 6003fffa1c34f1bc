import { newId, openJourney } from '../../support/journey.ts'
import { rank, type Tries } from './try.ts'

export const mapTries: Tries<'map'> = {
  'map.add': () => {
    const { world, insurer: author } = openJourney()
    const ids = { id: newId(), participantId: newId() }
    return { world, author, actions: [{ type: 'map.add', ...ids, name: 'Renewal', rank }] }
  },
  'map.change': () => {
    const { world, insurer: author, mapId } = openJourney()
    return {
      world,
      author,
      actions: [{ type: 'map.change', id: mapId, fields: { state: 'toBe', scope: 'Flood' } }],
    }
  },
  'map.remove': () => {
    const { world, insurer: author, mapId, card, lanes } = openJourney()
    card(author, lanes.bakery)
    card(author, lanes.broker)
    return { world, author, actions: [{ type: 'map.remove', id: mapId }] }
  },
}
