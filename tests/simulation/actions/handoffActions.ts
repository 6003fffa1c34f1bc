import { termsOf } from '../../../shared/handoffs/terms.ts'
import type { Generators } from './generator.ts'

export const handoffGenerators = {
  'link.add': (view) => {
    const from = view.one('touchpoint')
    const to = from && view.one('touchpoint', (row) => row.mapId === from.mapId && row.id !== from.id)
    if (!from || !to) return null
    const id = view.newId()
    const ends = { fromTouchpointId: from.id, toTouchpointId: to.id }
    return { type: 'link.add', id, ...ends, passes: view.text('link', id), acceptance: view.text('link', id) }
  },
  'link.change': (view) => {
    const row = view.one('link')
    if (!row) return null
    const fields = view.chance.pick([
      () => ({ expectedMinutes: view.chance.below(9_000) }),
      () => ({ trigger: view.text('link', row.id) }),
      () => ({ passes: view.text('link', row.id) }),
    ])()
    return { type: 'link.change', id: row.id, fields }
  },
  'link.remove': (view) => {
    const row = view.one('link')
    return row && { type: 'link.remove', id: row.id }
  },
  'link.decide': (view) => {
    const row = view.one('link', ({ state }) => state === 'proposed')
    return row && { type: 'link.decide', id: row.id, accept: view.chance.oneIn(2) }
  },
  'handoff.confirm': (view) => {
    const row = view.one('link')
    if (!row) return null
    return { type: 'handoff.confirm', confirmationId: view.newId(), linkId: row.id, terms: termsOf(row) }
  },
  'handoff.dispute': (view) => {
    const row = view.one('link')
    if (!row) return null
    const confirmationId = view.newId()
    // An earlier signature of the same side takes it over, and all of them are for whom the link is.
    const note = view.text('link', row.id)
    return { type: 'handoff.dispute', confirmationId, linkId: row.id, note }
  },
  'handoff.withdraw': (view) => {
    const row = view.own('confirmation')
    return row && { type: 'handoff.withdraw', id: row.id }
  },
} satisfies Generators
