import { newId, openJourney, openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'

export const partyTries: Tries<'party'> = {
  'party.add': () => {
    const { world, insurer: author } = openJourney()
    return { world, author, actions: [{ type: 'party.add', id: newId(), name: 'Surveyor', kind: 'partner' }] }
  },
  'party.change': () => {
    const { world, broker: author, parties } = openSharedJourney()
    return {
      world,
      author,
      actions: [{ type: 'party.change', id: parties.broker, fields: { name: 'Oakes' } }],
    }
  },
  'party.remove': () => {
    const { world, insurer: author, cards } = openSharedJourney()
    const id = newId()
    const share = { touchpointId: cards.insurer, partyId: id, accountability: 'contributes' } as const
    world.act(author, { type: 'party.add', id, name: 'Surveyor', kind: 'partner' })
    world.act(author, { type: 'ownership.add', id: newId(), ...share })
    return { world, author, actions: [{ type: 'party.remove', id }] }
  },
  'party.hold': () => {
    const { world, invited: author, parties, mapId } = openJourney()
    world.act(author, { type: 'participant.join', id: newId(), mapId })
    return { world, author, actions: [{ type: 'party.hold', id: parties.broker }], refused: 'redo' }
  },
  'party.entrust': () => {
    const { world, insurer: author, broker, parties } = openSharedJourney()
    const { organisationId } = broker
    return { world, author, actions: [{ type: 'party.entrust', id: parties.bakery, organisationId }] }
  },
  'party.release': () => {
    const { world, broker: author, parties } = openSharedJourney()
    return { world, author, actions: [{ type: 'party.release', id: parties.broker }], refused: 'undo' }
  },
}
