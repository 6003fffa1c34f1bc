import { termsOf } from '../../../shared/handoffs/terms.ts'
import { newId, openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'
import { withConfirmation } from './worlds.ts'

export const handoffTries: Tries<'handoff'> = {
  'handoff.confirm': () => {
    const { world, insurer: author, handoff: linkId } = openSharedJourney()
    const terms = termsOf(world.everything.get('link', linkId)!)
    return { world, author, actions: [{ type: 'handoff.confirm', confirmationId: newId(), linkId, terms }] }
  },
  'handoff.dispute': () => {
    const { world, insurer: author, handoff: linkId } = withConfirmation()
    const dispute = { confirmationId: newId(), linkId, note: 'We never got it.' }
    return { world, author, actions: [{ type: 'handoff.dispute', ...dispute }] }
  },
  'handoff.withdraw': () => {
    const { world, insurer: author, confirmation: id } = withConfirmation()
    return { world, author, actions: [{ type: 'handoff.withdraw', id }] }
  },
}
