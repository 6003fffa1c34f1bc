import { z } from 'zod'
import { id, line, rank } from '../../model/fields.ts'
import { sessionContent, stickyContent } from '../../model/session.ts'
import { touchpointContent } from '../../model/touchpoint.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, changing, defineAction, type Making, namingRow, removeRow } from './action.ts'
import { addTouchpoint } from './touchpoints.ts'

const { mapId, name, question } = sessionContent.shape
const { sessionId, text, group } = stickyContent.shape

const mostNameLength = 160

export const sessionActions = [
  /** Everybody on the map sees it and may join in; there is one at a time. */
  defineAction(
    z.strictObject({ type: z.literal('session.start'), id, mapId, name, question }),
    ({ type: _, id: rowId, ...content }, making) => {
      const { draft, author } = making
      draft.need('map', content.mapId)
      if (draft.list('session', 'mapId', content.mapId).some(({ state }) => state === 'open'))
        throw new Refusal('edit.invalid', 'A session is open on this map already. Join it, or end it first.')
      const opened = { startedAt: author.at, state: 'open' as const }
      addRow('session', rowId, { ...content, ...signedBy(making), ...opened }, making)
    },
  ),
  /** The next question, for instance. */
  defineAction(changing('session.change', { name, question }), (action, making) => {
    changeRow('session', making.draft.need('session', action.id), action.fields, making)
  }),
  defineAction(namingRow('session.end'), (action, making) => {
    changeRow('session', making.draft.need('session', action.id), { state: 'ended' }, making)
  }),
] as const

export const stickyActions = [
  defineAction(
    z.strictObject({ type: z.literal('sticky.add'), id, sessionId, text, group, rank }),
    ({ type: _, id: rowId, ...content }, making) => {
      const session = making.draft.need('session', content.sessionId)
      addRow('sticky', rowId, { ...content, mapId: session.mapId, ...signedBy(making) }, making)
    },
  ),
  defineAction(changing('sticky.change', { text }), (action, making) => {
    changeRow('sticky', making.draft.need('sticky', action.id), action.fields, making)
  }),
  /** Moves many at once, into a group or out of one. */
  defineAction(
    z.strictObject({
      type: z.literal('sticky.group'),
      stickies: z.array(z.strictObject({ id, rank })).min(1).max(500),
      group: line,
    }),
    ({ stickies, group: name }, making) => {
      for (const { id: stickyId, rank: place } of stickies) {
        changeRow('sticky', making.draft.need('sticky', stickyId), { group: name, rank: place }, making)
      }
    },
  ),
  /** Many become touchpoints of one lane and stage: proposals, where the author does not keep the lane. */
  defineAction(
    z.strictObject({
      type: z.literal('sticky.place'),
      stickies: z
        .array(z.strictObject({ id, touchpointId: id, rank }))
        .min(1)
        .max(500),
      laneId: id,
      stageId: id,
    }),
    ({ stickies, laneId, stageId }, making) => {
      for (const { id: stickyId, touchpointId, rank: place } of stickies) {
        const sticky = making.draft.need('sticky', stickyId)
        // What was said for the people of one map is not carried to those of another.
        if (making.draft.need('lane', laneId).mapId !== sticky.mapId)
          throw new Refusal('edit.invalid', 'Put it on the map its session is about.', 'laneId')
        const before = sticky.touchpointId ? making.draft.get('touchpoint', sticky.touchpointId) : undefined
        if (before && !before.deleted)
          throw new Refusal('edit.invalid', 'One of these has a place on the map already.', 'stickies')
        const content = touchpointContent
          .omit({ mapId: true, review: true, state: true })
          .parse({ laneId, stageId, rank: place, ...asNameAndDescription(sticky.text) })
        addTouchpoint(touchpointId, content, making)
        changeRow('sticky', sticky, { touchpointId }, making)
      }
    },
  ),
  defineAction(namingRow('sticky.remove'), (action, making) => {
    removeRow('sticky', making.draft.need('sticky', action.id), making)
  }),
] as const

function signedBy({ author: { organisationId, personId, name: authorName } }: Making) {
  return { organisationId, personId, authorName }
}

/** What does not fit on a card stands in its description as well. */
function asNameAndDescription(text: string): { name: string; description?: string } {
  if (text.length <= mostNameLength) return { name: text }
  const cut = text.slice(0, mostNameLength - 1)
  const lastSpace = cut.lastIndexOf(' ')
  return { name: `${cut.slice(0, lastSpace > 0 ? lastSpace : cut.length)}…`, description: text }
}
