import { z } from 'zod'
import { organisationKey } from '../../audience/audience.ts'
import { id, line, rank } from '../../model/fields.ts'
import { sessionContent, stickyContent } from '../../model/session.ts'
import { touchpointContent } from '../../model/touchpoint.ts'
import { isRecorded } from '../../sessions/recorded.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, changing, defineAction, type Making, namingRow, removeRow } from './action.ts'
import { addTouchpoint } from './touchpoints.ts'

const { mapId, name, question, startedAt, authorName } = sessionContent.shape
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
  /** One that is over, as a file tells it: for our organisation alone, whoever is named in it. */
  defineAction(
    z.strictObject({ type: z.literal('session.record'), id, mapId, name, question, startedAt, authorName }),
    ({ type: _, id: rowId, ...content }, making) => {
      making.draft.need('map', content.mapId)
      addRow('session', rowId, { ...content, ...keptBy(making), state: 'ended' }, making)
    },
  ),
] as const

export const stickyActions = [
  defineAction(
    z.strictObject({ type: z.literal('sticky.add'), id, sessionId, text, group, rank }),
    ({ type: _, id: rowId, ...content }, making) => {
      const session = making.draft.need('session', content.sessionId)
      addRow('sticky', rowId, { ...content, mapId: session.mapId, ...signedBy(making) }, making)
    },
  ),
  /** One of a session that a file tells of, with who wrote it and what it became. */
  defineAction(
    z.strictObject({
      ...{ type: z.literal('sticky.record'), id, sessionId, text, group, rank, authorName },
      touchpointId: stickyContent.shape.touchpointId,
    }),
    ({ type: _, id: rowId, ...content }, making) => {
      const { draft } = making
      const session = draft.need('session', content.sessionId)
      if (!isRecorded(session))
        throw new Refusal('edit.invalid', 'This session is not told from a file.', 'sessionId')
      const { mapId: on } = session
      if (content.touchpointId && draft.need('touchpoint', content.touchpointId).mapId !== on)
        throw new Refusal('edit.invalid', 'It became a card of the map its session is about.', 'touchpointId')
      addRow('sticky', rowId, { ...content, mapId: on, ...keptBy(making) }, making)
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

function keptBy({ author: { organisationId, personId } }: Making) {
  return { organisationId, personId, audience: [organisationKey(organisationId)] }
}

/** What does not fit on a card stands in its description as well. */
function asNameAndDescription(text: string): { name: string; description?: string } {
  if (text.length <= mostNameLength) return { name: text }
  const cut = text.slice(0, mostNameLength - 1)
  const lastSpace = cut.lastIndexOf(' ')
  return { name: `${cut.slice(0, lastSpace > 0 ? lastSpace : cut.length)}…`, description: text }
}
