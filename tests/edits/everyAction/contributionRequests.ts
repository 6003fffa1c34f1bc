import { newId, openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'

export const contributionRequestTries: Tries<'contributionRequest'> = {
  'contributionRequest.add': () => {
    const { world, insurer: author, broker, mapId, lanes } = openSharedJourney()
    const asked = { askedOrganisationId: broker.organisationId, department: 'Claims', dueOn: '2027-03-31' }
    const add = { type: 'contributionRequest.add', id: newId(), mapId, laneId: lanes.broker } as const
    return { world, author, actions: [{ ...add, ...asked }] }
  },
  'contributionRequest.answer': () => {
    const { world, broker: author, request: id } = withRequest()
    const answer = { state: 'declined', answer: 'Ask Northgate.' } as const
    return { world, author, actions: [{ type: 'contributionRequest.answer', id, ...answer }] }
  },
  'contributionRequest.withdraw': () => {
    const { world, insurer: author, request: id } = withRequest()
    return { world, author, actions: [{ type: 'contributionRequest.withdraw', id }] }
  },
  'contributionRequest.remind': () => {
    const { world, insurer: author, request: id } = withRequest()
    return { world, author, actions: [{ type: 'contributionRequest.remind', id }] }
  },
}

function withRequest() {
  const journey = openSharedJourney()
  const request = newId()
  journey.world.act(journey.insurer, {
    ...{ type: 'contributionRequest.add', id: request, mapId: journey.mapId, stageId: journey.stages.win },
    askedOrganisationId: journey.broker.organisationId,
  })
  return { ...journey, request }
}
