import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { newId, openJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'

export const ecosystemTries: Tries<'ecosystem'> = {
  'ecosystem.add': () => {
    const { world, insurer } = openJourney()
    const founder = { ...insurer, grant: { kind: 'founding' } } as const
    const actions: ActionInput[] = [{ type: 'ecosystem.add', id: newId(), name: 'Another' }]
    return { world, author: founder, actions, refused: 'redo' }
  },
  'ecosystem.change': () => {
    const { world, insurer } = openJourney()
    const fields = { goal: 'The bakery bakes again within a week.' }
    return { world, author: insurer, actions: [{ type: 'ecosystem.change', id: world.id, fields }] }
  },
}
