// What people say about objects of a map, to whom, and when it is settled.
import { z } from 'zod'
import { mostReaders, type StandsOn, standingKinds } from '../../comments/standsOn.ts'
import { audienceOfReply, knownReaders, repliesTo } from '../../comments/threads.ts'
import { commentContent, type Mention } from '../../model/comment.ts'
import { id } from '../../model/fields.ts'
import type { Comment } from '../../model/rows.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, changing, defineAction, type Making, namingRow, removeRow } from './action.ts'
import { audienceOf, sharing } from './sharing.ts'

const { targetKind, targetId, text, mentions } = commentContent.shape
const { markId, perspectiveId, partyId, roundId, contributionRequestId, sessionId, stickyId } =
  commentContent.shape
const standsOn = { markId, perspectiveId, partyId, roundId, contributionRequestId, sessionId, stickyId }

export const commentActions = [
  defineAction(
    z.strictObject({
      type: z.literal('comment.add'),
      id,
      targetKind,
      targetId,
      ...standsOn,
      text,
      mentions,
      with: sharing.default('organisation'),
    }),
    ({ type: _, id: rowId, with: choice, ...content }, making) => {
      const target = making.draft.need(content.targetKind, content.targetId)
      const mapId = 'mapId' in target ? target.mapId : target.id
      checkPlace(content, making)
      const row = addRow('comment', rowId, { ...content, mapId, ...signature(making) }, making)
      const audience = withinPlace(audienceOf(choice, row, making), row, making)
      // Saying something to partners is no sharing of what one had kept.
      checkMentions(changeRow('comment', row, { audience }, making, true), making)
    },
  ),
  /** A reply is for exactly those its thread is for. */
  defineAction(
    z.strictObject({ type: z.literal('comment.reply'), id, replyToId: id, text, mentions }),
    ({ type: _, id: rowId, ...said }, making) => {
      const named = making.draft.need('comment', said.replyToId)
      const root = named.replyToId ? making.draft.need('comment', named.replyToId) : named
      const { mapId, targetKind: kind, targetId: target, unplacedFrom } = root
      const place = { mapId, targetKind: kind, targetId: target, unplacedFrom, replyToId: root.id }
      const row = addRow('comment', rowId, { ...said, ...place, ...signature(making) }, making)
      const audience = audienceOfReply(root, row, making.draft)
      checkMentions(changeRow('comment', row, { audience }, making, true), making)
    },
  ),
  defineAction(changing('comment.change', { text, mentions }), (action, making) => {
    const comment = making.draft.need('comment', action.id)
    const changed = changeRow('comment', comment, action.fields, making)
    if (action.fields.mentions) checkMentions(changed, making)
  }),
  defineAction(namingRow('comment.remove'), (action, making) => {
    removeRow('comment', making.draft.need('comment', action.id), making)
  }),
  defineAction(namingRow('comment.resolve'), (action, making) => {
    changeRow('comment', needRoot(action.id, making), { resolved: true }, making)
  }),
  defineAction(namingRow('comment.reopen'), (action, making) => {
    changeRow('comment', needRoot(action.id, making), { resolved: false }, making)
  }),
  defineAction(z.strictObject({ type: z.literal('comment.share'), id, with: sharing }), (action, making) => {
    const root = needRoot(action.id, making)
    changeRow(
      'comment',
      root,
      { audience: withinPlace(audienceOf(action.with, root, making), root, making) },
      making,
    )
  }),
] as const

/** Who says it and when, as the server knows them. */
function signature({ author }: Making) {
  const { organisationId, personId, name: authorName, at: writtenAt } = author
  return { organisationId, personId, authorName, writtenAt }
}

function needRoot(commentId: string, { draft }: Making): Comment {
  const comment = draft.need('comment', commentId)
  if (comment.replyToId)
    throw new Refusal('edit.invalid', 'Do this with the comment that began the thread.', 'id')
  return comment
}

/** A thread stands on one row at most: on a mark or a view of the same object, or on what the map as a whole has. */
function checkPlace(place: StandsOn & Pick<Comment, 'targetKind' | 'targetId'>, { draft }: Making): void {
  const named = standingKinds.filter((kind) => place[`${kind}Id`])
  const on = named.map((kind) => draft.need(kind, place[`${kind}Id`]!))
  const isElsewhere = on.some((row) => {
    if ('targetId' in row) return row.targetId !== place.targetId
    return place.targetKind !== 'map' || ('mapId' in row && row.mapId !== place.targetId)
  })
  if (on.length > 1 || isElsewhere)
    throw new Refusal('edit.invalid', 'A comment stands on one thing, with the card or map that this is on.')
}

/** Whoever may not read what is talked about is not talked to. */
function withinPlace(audience: string[], thread: Comment, { draft }: Making): string[] {
  const most = mostReaders(thread, draft)
  if (most && audience.some((key) => !most.includes(key)))
    throw new Refusal('edit.invalid', 'Not all of them see what this is about. Choose fewer.', 'with')
  return audience
}

/** Nobody is called to something they may not see. */
function checkMentions(comment: Comment, { draft, author }: Making): void {
  const root = comment.replyToId ? draft.need('comment', comment.replyToId) : comment
  const readers = knownReaders(root, repliesTo(root.id, draft), author, draft)
  const isOutside = ({ organisationId }: Mention) => !readers.includes(organisationId)
  if (comment.mentions.some(isOutside))
    throw new Refusal(
      'edit.invalid',
      'Somebody you mention does not see this. Share it with them first, or leave them out.',
      'mentions',
    )
}
