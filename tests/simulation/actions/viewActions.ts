import { trends } from '../../../shared/model/perspective.ts'
import type { Generators } from './generator.ts'

export const viewGenerators = {
  'perspective.add': (view) => {
    const target = view.target()
    if (!target) return null
    const id = view.newId()
    const text = () => view.text('perspective', id)
    const onBehalfOf = view.chance.pick(['self', 'customer'] as const)
    const seen = { performance: view.chance.below(11), notes: text(), verbatims: [text()], statement: text() }
    return { type: 'perspective.add', id, ...target, onBehalfOf, ...seen }
  },
  'perspective.change': (view) => {
    const row = view.own('perspective')
    if (!row) return null
    const fields = view.chance.pick([
      () => ({ importanceForLoyalty: view.chance.below(11) }),
      () => ({ notes: view.text('perspective', row.id) }),
      () => ({ performanceTrend: view.chance.pick(trends) }),
    ])()
    return { type: 'perspective.change', id: row.id, fields }
  },
  'perspective.share': (view) => {
    const row = view.own('perspective')
    return row && { type: 'perspective.share', id: row.id, with: view.sharing(row.mapId) }
  },
  'perspective.remove': (view) => {
    const row = view.own('perspective')
    return row && { type: 'perspective.remove', id: row.id }
  },
  'mark.add': (view) => {
    const target = view.target()
    if (!target) return null
    const id = view.newId()
    const choice = view.chance.pick(['organisation', 'map'] as const)
    return { type: 'mark.add', id, ...target, kind: 'pain', statement: view.text('mark', id), with: choice }
  },
  'mark.change': (view) => {
    const row = view.own('mark')
    return row && { type: 'mark.change', id: row.id, fields: { statement: view.text('mark', row.id) } }
  },
  'mark.share': (view) => {
    const row = view.own('mark')
    return row && { type: 'mark.share', id: row.id, with: view.sharing(row.mapId) }
  },
  'mark.remove': (view) => {
    const row = view.own('mark')
    return row && { type: 'mark.remove', id: row.id }
  },
  'attributedNote.add': (view) => {
    const target = view.target()
    if (!target) return null
    const id = view.newId()
    const content = { notes: view.text('attributedNote', id) }
    return { type: 'attributedNote.add', id, ...target, attributedTo: 'A file', source: 'mark', content }
  },
  'attributedNote.remove': (view) => {
    const row = view.own('attributedNote')
    return row && { type: 'attributedNote.remove', id: row.id }
  },
} satisfies Generators
