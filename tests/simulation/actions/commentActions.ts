import { standingKinds } from '../../../shared/comments/standsOn.ts'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Generators, View } from './generator.ts'

export const commentGenerators = {
  'comment.add': (view) => {
    if (view.chance.oneIn(3)) return addOnRow(view)
    const targetKind = view.chance.pick(['map', 'lane', 'stage', 'touchpoint', 'link'] as const)
    const row = view.one(targetKind)
    if (!row) return null
    const id = view.newId()
    const mapId = 'mapId' in row ? row.mapId : row.id
    const mentions = view.chance.oneIn(3) ? [{ organisationId: view.organisation(mapId) }] : []
    const about = { targetKind, targetId: row.id, with: view.sharing(mapId) }
    return { type: 'comment.add', id, ...about, text: view.text('comment', id), mentions }
  },
  'comment.reply': (view) => {
    const row = view.one('comment')
    if (!row) return null
    const id = view.newId()
    return { type: 'comment.reply', id, replyToId: row.id, text: view.text('comment', id) }
  },
  'comment.change': (view) => {
    const row = view.own('comment')
    return row && { type: 'comment.change', id: row.id, fields: { text: view.text('comment', row.id) } }
  },
  'comment.remove': (view) => {
    const row = view.own('comment')
    return row && { type: 'comment.remove', id: row.id }
  },
  'comment.resolve': (view) => {
    const row = view.one('comment', ({ resolved }) => !resolved)
    return row && { type: 'comment.resolve', id: row.id }
  },
  'comment.reopen': (view) => {
    const row = view.one('comment', ({ resolved }) => resolved)
    return row && { type: 'comment.reopen', id: row.id }
  },
  'comment.share': (view) => {
    const row = view.own('comment')
    return row && { type: 'comment.share', id: row.id, with: view.sharing(row.mapId) }
  },
} satisfies Generators

/** On a mark or view, also one that others shared, or on what the map has beside its cards. */
function addOnRow(view: View): Extract<ActionInput, { type: 'comment.add' }> | null {
  const kind = view.chance.pick(standingKinds)
  const row = view.one(kind)
  const mapId = row && ('mapId' in row ? row.mapId : view.one('map')?.id)
  if (!row || !mapId) return null
  const id = view.newId()
  const { targetKind, targetId } = 'targetId' in row ? row : ({ targetKind: 'map', targetId: mapId } as const)
  const about = { targetKind, targetId, [`${kind}Id`]: row.id, with: view.sharing(mapId) }
  return { type: 'comment.add', id, ...about, text: view.text('comment', id) }
}
