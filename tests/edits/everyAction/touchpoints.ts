import { newId, openJourney, openSharedJourney } from '../../support/journey.ts'
import { rank, type Tries } from './try.ts'
import { withProposals, withViews } from './worlds.ts'

export const touchpointTries: Tries<'touchpoint'> = {
  'touchpoint.add': () => {
    const { world, broker: author, lanes, stages } = openSharedJourney()
    const card = { laneId: lanes.broker, stageId: stages.win, name: 'Fact-find', rank }
    return { world, author, actions: [{ type: 'touchpoint.add', id: newId(), ...card }] }
  },
  'touchpoint.change': () => {
    const { world, broker: author, cards, stages } = openSharedJourney()
    const fields = {
      name: 'Keys in the risk',
      stageId: stages.win,
      customerRoles: ['owner'],
      channel: 'portal',
      leavers: 9,
      leaversPer: 'quarter',
      layer: 'commercial',
    } as const
    return {
      world,
      author,
      actions: [
        {
          type: 'touchpoint.change',
          id: cards.broker,
          fields: {
            ...fields,
            ...{ customerRoles: ['owner'], options: ['yes', 'no'], reasons: ['price'] },
            documents: [{ name: 'Fact sheet', address: 'https://files.oakes.example/facts' }],
          },
        },
      ],
    }
  },
  'touchpoint.remove': () => {
    const { world, broker: author, cards, view } = withViews()
    world.act(author, { type: 'perspective.share', id: view, with: 'map' })
    return { world, author, actions: [{ type: 'touchpoint.remove', id: cards.broker }] }
  },
  'touchpoint.review': () => {
    const { world, insurer, broker: author, lanes, stages, accept, card } = openJourney()
    const id = card(insurer, lanes.broker, { stageId: stages.win })
    accept()
    return { world, author, actions: [{ type: 'touchpoint.review', id, review: 'notOurs' }] }
  },
  'touchpoint.decide': () => {
    const { world, insurer: author, proposedCard: id } = withProposals()
    return { world, author, actions: [{ type: 'touchpoint.decide', id, accept: true }] }
  },
}
