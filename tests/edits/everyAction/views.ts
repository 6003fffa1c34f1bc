import { newId } from '../../support/journey.ts'
import type { Tries } from './try.ts'
import { withViews } from './worlds.ts'

export const viewTries: Tries<'perspective' | 'mark' | 'attributedNote'> = {
  'perspective.add': () => {
    const { world, insurer: author, target } = withViews()
    const said = { onBehalfOf: 'customer', performance: 4, sampleSize: 41, emotion: 'anxious' } as const
    return { world, author, actions: [{ type: 'perspective.add', id: newId(), ...target, ...said }] }
  },
  'perspective.change': () => {
    const { world, broker: author, view: id } = withViews()
    return {
      world,
      author,
      actions: [
        {
          type: 'perspective.change',
          id,
          fields: { performance: 9, performanceTrend: 'better', notes: 'Better' },
        },
      ],
    }
  },
  'perspective.share': () => {
    const { world, broker: author, insurer, view: id } = withViews()
    const others = { organisationIds: [insurer.organisationId] }
    return { world, author, actions: [{ type: 'perspective.share', id, with: others }] }
  },
  'perspective.remove': () => {
    const { world, broker: author, view: id } = withViews()
    return { world, author, actions: [{ type: 'perspective.remove', id }] }
  },
  'mark.add': () => {
    const { world, insurer: author, target } = withViews()
    return {
      world,
      author,
      actions: [{ type: 'mark.add', id: newId(), ...target, kind: 'momentOfTruth', with: 'map' }],
    }
  },
  'mark.change': () => {
    const { world, broker: author, mark: id, parties } = withViews()
    const fields = { feltByPartyId: parties.bakery, causedByPartyId: parties.insurer }
    return { world, author, actions: [{ type: 'mark.change', id, fields }] }
  },
  'mark.share': () => {
    const { world, broker: author, mark: id } = withViews()
    return { world, author, actions: [{ type: 'mark.share', id, with: 'organisation' }] }
  },
  'mark.remove': () => {
    const { world, broker: author, mark: id } = withViews()
    return { world, author, actions: [{ type: 'mark.remove', id }] }
  },
  'attributedNote.add': () => {
    const { world, insurer: author, target } = withViews()
    const said = { attributedTo: 'Broker', source: 'perspective', content: { performance: 3 } } as const
    return { world, author, actions: [{ type: 'attributedNote.add', id: newId(), ...target, ...said }] }
  },
  'attributedNote.remove': () => {
    const { world, insurer: author, target } = withViews()
    const id = newId()
    const said = { attributedTo: 'Broker', source: 'mark', content: { statement: 'Slow' } } as const
    world.act(author, { type: 'attributedNote.add', id, ...target, ...said })
    return { world, author, actions: [{ type: 'attributedNote.remove', id }] }
  },
}
