import { openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'

export const undoTries: Tries<'edit'> = {
  'edit.undo': () => {
    const { world, broker: author, card, lanes } = openSharedJourney()
    card(author, lanes.broker)
    const added = world.lastEditOf(author)!
    return { world, author, actions: [{ type: 'edit.undo', ...added }] }
  },
}
