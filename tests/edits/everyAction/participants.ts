import { newId, openJourney, openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'

export const participantTries: Tries<'participant'> = {
  'participant.join': () => {
    const { world, invited: author, mapId } = openJourney()
    return { world, author, actions: [{ type: 'participant.join', id: newId(), mapId }], refused: 'undo' }
  },
  'participant.leave': () => {
    const { world, broker: author } = openSharedJourney()
    const own = world.everything
      .all('participant')
      .find((row) => row.organisationId === author.organisationId)!
    return { world, author, actions: [{ type: 'participant.leave', id: own.id }], refused: 'undo' }
  },
  'participant.grant': () => {
    const { world, insurer: author, broker } = openSharedJourney()
    const theirs = world.everything
      .all('participant')
      .find((row) => row.organisationId === broker.organisationId)!
    return { world, author, actions: [{ type: 'participant.grant', id: theirs.id, mayInvite: true }] }
  },
}
