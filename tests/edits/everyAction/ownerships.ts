import { newId, openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'
import { withProposals } from './worlds.ts'

export const ownershipTries: Tries<'ownership' | 'responsibility'> = {
  'ownership.add': () => {
    const { world, broker: author, cards, parties } = openSharedJourney()
    const part = {
      touchpointId: cards.insurer,
      partyId: parties.broker,
      accountability: 'contributes',
    } as const
    return { world, author, actions: [{ type: 'ownership.add', id: newId(), ...part }] }
  },
  'ownership.change': () => {
    const { world, broker: author, ownership: id } = twoOwners()
    return {
      world,
      author,
      actions: [{ type: 'ownership.change', id, fields: { accountability: 'informed' } }],
    }
  },
  'ownership.remove': () => {
    const { world, insurer, broker, ownership: id } = withProposals()
    world.act(broker, { type: 'ownership.decide', id, accept: true })
    return { world, author: insurer, actions: [{ type: 'ownership.remove', id }] }
  },
  'ownership.decide': () => {
    const { world, broker: author, ownership: id } = withProposals()
    return { world, author, actions: [{ type: 'ownership.decide', id, accept: true }] }
  },
  'responsibility.add': () => {
    const { world, broker: author, ownership: ownershipId } = twoOwners()
    return {
      world,
      author,
      actions: [{ type: 'responsibility.add', id: newId(), ownershipId, person: 'Priya' }],
    }
  },
  'responsibility.change': () => {
    const { world, broker: author, responsibility: id } = withResponsibility()
    return { world, author, actions: [{ type: 'responsibility.change', id, fields: { region: 'West' } }] }
  },
  'responsibility.share': () => {
    const { world, broker: author, responsibility: id } = withResponsibility()
    return { world, author, actions: [{ type: 'responsibility.share', id, with: 'map' }] }
  },
  'responsibility.remove': () => {
    const { world, broker: author, responsibility: id } = withResponsibility()
    return { world, author, actions: [{ type: 'responsibility.remove', id }] }
  },
}

function twoOwners() {
  const journey = openSharedJourney()
  const ownership = newId()
  journey.world.act(journey.broker, {
    type: 'ownership.add',
    id: ownership,
    touchpointId: journey.cards.broker,
    partyId: journey.parties.broker,
    accountability: 'accountable',
  })
  return { ...journey, ownership }
}

function withResponsibility() {
  const journey = twoOwners()
  const responsibility = newId()
  journey.world.act(journey.broker, {
    type: 'responsibility.add',
    id: responsibility,
    ownershipId: journey.ownership,
    department: 'Placement',
  })
  return { ...journey, responsibility }
}
