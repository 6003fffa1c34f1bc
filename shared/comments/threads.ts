// What a thread of comments is: the comment that began it, and the replies, which are for exactly those it is for.
import { mapKey, organisationKey } from '../audience/audience.ts'
import type { RowReader } from '../edits/reader.ts'
import type { Comment } from '../model/rows.ts'
import type { Author } from '../rules/author.ts'
import { activeOrganisations } from '../rules/standing.ts'

/** Living replies of a thread, in no particular order. */
export function repliesTo(rootId: string, rows: RowReader): Comment[] {
  return rows.list('comment', 'replyToId', rootId).filter((comment) => !comment.deleted)
}

/**
 * Who sees a reply: those its thread is for, as far as they still take part in the map, and whoever wrote it. A thread that
 * its author does not see (any more) leaves a reply to its own organisation.
 */
export function audienceOfReply(
  root: Comment | undefined,
  reply: { mapId: string; organisationId: string },
  rows: RowReader,
): string[] {
  const active = new Set([
    mapKey(reply.mapId),
    ...activeOrganisations(reply.mapId, rows).map(organisationKey),
  ])
  const thread = root && !root.deleted ? root.audience.filter((key) => active.has(key)) : []
  return [...new Set([organisationKey(reply.organisationId), ...thread])]
}

/**
 * Organisations whom an author may call in a thread: those it knows to read it. Only the organisation that began the thread
 * knows all of them; whether others are refused must not tell who else is there.
 */
export function knownReaders(
  root: Comment,
  replies: readonly Comment[],
  author: Pick<Author, 'organisationId'>,
  rows: RowReader,
): string[] {
  const active = activeOrganisations(root.mapId, rows)
  if (root.audience.includes(mapKey(root.mapId))) return active
  const isReader = (organisationId: string) =>
    author.organisationId === root.organisationId
      ? root.audience.includes(organisationKey(organisationId))
      : organisationId === root.organisationId ||
        replies.some((reply) => reply.organisationId === organisationId)
  return active.filter(
    (organisationId) => organisationId === author.organisationId || isReader(organisationId),
  )
}
