import type { Generators } from './generator.ts'

export const handoverGenerators = {
  'handover.offer': (view) => ({
    type: 'handover.offer',
    id: view.newId(),
    toOrganisationId: view.organisation(),
  }),
  'handover.decide': (view) => {
    const row = view.one('handover', ({ state }) => state === 'offered')
    return row && { type: 'handover.decide', id: row.id, accept: view.chance.oneIn(2) }
  },
  'handover.withdraw': (view) => {
    const row = view.chance.oneIn(3) ? view.own('handover') : null
    return row && { type: 'handover.withdraw', id: row.id }
  },
} satisfies Generators
