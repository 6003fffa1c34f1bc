import { newId, openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'
import { withConfirmation, withProposals } from './worlds.ts'

export const linkTries: Tries<'link'> = {
  'link.add': () => {
    const { world, broker: author, cards } = openSharedJourney()
    const ends = { fromTouchpointId: cards.insurer, toTouchpointId: cards.broker }
    return { world, author, actions: [{ type: 'link.add', id: newId(), ...ends, kind: 'loopBack' }] }
  },
  'link.change': () => {
    const { world, insurer: author, handoff: id } = withConfirmation()
    return { world, author, actions: [{ type: 'link.change', id, fields: { expectedMinutes: 10 } }] }
  },
  'link.remove': () => {
    const { world, insurer: author, handoff: id } = openSharedJourney()
    return { world, author, actions: [{ type: 'link.remove', id }] }
  },
  'link.decide': () => {
    const { world, insurer: author, proposedLink: id } = withProposals()
    return { world, author, actions: [{ type: 'link.decide', id, accept: true }] }
  },
}
