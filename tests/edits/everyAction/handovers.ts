import { newId, openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'

export const handoverTries: Tries<'handover'> = {
  'handover.offer': () => {
    const { world, insurer: author, broker } = openSharedJourney()
    const toOrganisationId = broker.organisationId
    return { world, author, actions: [{ type: 'handover.offer', id: newId(), toOrganisationId }] }
  },
  'handover.decide': () => {
    const { world, broker: author, offer: id } = withOffer()
    return { world, author, actions: [{ type: 'handover.decide', id, accept: true }], refused: 'undo' }
  },
  'handover.withdraw': () => {
    const { world, insurer: author, offer: id } = withOffer()
    return { world, author, actions: [{ type: 'handover.withdraw', id }], refused: 'undo' }
  },
}

function withOffer() {
  const journey = openSharedJourney()
  const offer = newId()
  const toOrganisationId = journey.broker.organisationId
  journey.world.act(journey.insurer, { type: 'handover.offer', id: offer, toOrganisationId })
  return { ...journey, offer }
}
