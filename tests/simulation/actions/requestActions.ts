import type { Generators } from './generator.ts'

export const requestGenerators = {
  'contributionRequest.add': (view) => {
    const card = view.one('touchpoint')
    if (!card) return null
    const id = view.newId()
    const askedOrganisationId = view.organisation(card.mapId)
    const { organisationId, personId } = view.person
    const askedPersonId = askedOrganisationId === organisationId ? personId : null
    const asked = { mapId: card.mapId, askedOrganisationId, askedPersonId }
    const place = { laneId: card.laneId, touchpointIds: [card.id] }
    return {
      type: 'contributionRequest.add',
      id,
      ...asked,
      ...place,
      text: view.text('contributionRequest', id),
    }
  },
  'contributionRequest.answer': (view) => {
    const row = view.one('contributionRequest', ({ state }) => state === 'open')
    if (!row) return null
    const state = view.chance.pick(['done', 'declined'] as const)
    return {
      type: 'contributionRequest.answer',
      id: row.id,
      state,
      answer: view.text('contributionRequest', row.id),
    }
  },
  'contributionRequest.withdraw': (view) => {
    const row = view.own('contributionRequest')
    return row && { type: 'contributionRequest.withdraw', id: row.id }
  },
  'contributionRequest.remind': (view) => {
    const row = view.own('contributionRequest')
    return row && { type: 'contributionRequest.remind', id: row.id }
  },
} satisfies Generators
