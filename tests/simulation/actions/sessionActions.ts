import { isRecorded } from '../../../shared/sessions/recorded.ts'
import type { Generators } from './generator.ts'
import { placeOf } from './touchpointActions.ts'

export const sessionGenerators = {
  'session.start': (view) => {
    const map = view.one('map')
    if (!map) return null
    const id = view.newId()
    const asked = { name: view.text('session', id), question: view.text('session', id) }
    return { type: 'session.start', id, mapId: map.id, ...asked }
  },
  'session.change': (view) => {
    const row = view.one('session')
    return row && { type: 'session.change', id: row.id, fields: { question: view.text('session', row.id) } }
  },
  'session.end': (view) => {
    const row = view.chance.oneIn(3) ? view.one('session', ({ state }) => state === 'open') : null
    return row && { type: 'session.end', id: row.id }
  },
  'session.record': (view) => {
    const map = view.one('map')
    if (!map) return null
    const id = view.newId()
    const asked = { name: view.text('session', id), question: view.text('session', id) }
    const when = { startedAt: '2026-03-03T09:00:00.000Z', authorName: view.text('session', id) }
    return { type: 'session.record', id, mapId: map.id, ...asked, ...when }
  },
  'sticky.record': (view) => {
    const session = view.one('session', isRecorded)
    if (!session) return null
    const id = view.newId()
    const said = { text: view.text('sticky', id), authorName: view.text('sticky', id), rank: view.rank() }
    return { type: 'sticky.record', id, sessionId: session.id, ...said }
  },
  'sticky.add': (view) => {
    const session = view.one('session', ({ state }) => state === 'open')
    if (!session) return null
    const id = view.newId()
    return {
      type: 'sticky.add',
      id,
      sessionId: session.id,
      text: view.text('sticky', id),
      rank: view.rank(),
    }
  },
  'sticky.change': (view) => {
    const row = view.own('sticky')
    return row && { type: 'sticky.change', id: row.id, fields: { text: view.text('sticky', row.id) } }
  },
  'sticky.group': (view) => {
    const row = view.one('sticky')
    if (!row) return null
    const stickies = [{ id: row.id, rank: view.rank() }]
    return { type: 'sticky.group', stickies, group: view.text('sticky', row.id) }
  },
  'sticky.place': (view) => {
    const [row, place] = [view.one('sticky', ({ touchpointId }) => touchpointId === null), placeOf(view)]
    if (!row || !place) return null
    const stickies = [{ id: row.id, touchpointId: view.newId(), rank: view.rank() }]
    return { type: 'sticky.place', stickies, ...place }
  },
  'sticky.remove': (view) => {
    const row = view.own('sticky')
    return row && { type: 'sticky.remove', id: row.id }
  },
} satisfies Generators
