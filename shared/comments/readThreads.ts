import type { RowReader } from '../edits/reader.ts'
import type { Comment, RowKind } from '../model/rows.ts'
import { kindUnder, type StandsOn } from './standsOn.ts'

/** What was said under one comment, as far as its reader sees it. */
export interface Thread {
  id: string
  /** Null when it was removed or is not for the reader (any more); what the reader may see of the replies stays. */
  root: Comment | null
  /** Oldest first. */
  replies: Comment[]
  isResolved: boolean
}

export type CommentTarget = { targetKind: Comment['targetKind']; targetId: string } & Partial<StandsOn>

/** The threads about one object, those still open first, then the latest begun first. */
export function threadsAbout(
  { targetKind, targetId }: Pick<CommentTarget, 'targetKind' | 'targetId'>,
  rows: RowReader,
): Thread[] {
  const about = rows
    .list('comment', 'targetId', targetId)
    .filter((comment) => comment.targetKind === targetKind && comment.unplacedFrom === null)
  return threadsOf(about)
}

/** The threads on one row that has no panel of its own, such as a mark of a card or a party on a map. */
export function threadsOn(target: CommentTarget, rows: RowReader): Thread[] {
  const kind = kindUnder(target)
  return threadsAbout(target, rows).filter(
    ({ root }) => root && kind && root[`${kind}Id`] === target[`${kind}Id`],
  )
}

/** The threads of a map whose object is gone. */
export function unplacedThreads(mapId: string, rows: RowReader): Thread[] {
  return threadsOf(rows.list('comment', 'mapId', mapId).filter(({ unplacedFrom }) => unplacedFrom !== null))
}

/** How many threads about an object are open for the reader. */
export function countOpenThreads(targetId: string, kind: RowKind, rows: RowReader): number {
  return rows
    .list('comment', 'targetId', targetId)
    .filter(
      (comment) =>
        !comment.deleted &&
        !comment.resolved &&
        comment.replyToId === null &&
        comment.targetKind === kind &&
        comment.unplacedFrom === null,
    ).length
}

function threadsOf(comments: readonly Comment[]): Thread[] {
  const living = comments.filter(({ deleted }) => !deleted)
  const ids = [...new Set(living.map(({ id, replyToId }) => replyToId ?? id))]
  return ids
    .map((id) => {
      const root = living.find((comment) => comment.id === id) ?? null
      const replies = living.filter(({ replyToId }) => replyToId === id).sort(byMoment)
      return { id, root, replies, isResolved: root === null || root.resolved }
    })
    .sort(
      (left, right) =>
        Number(left.isResolved) - Number(right.isResolved) || byMoment(first(right), first(left)),
    )
}

const first = ({ root, replies }: Thread) => root ?? replies[0]!

function byMoment(left: Comment, right: Comment): number {
  if (left.writtenAt !== right.writtenAt) return left.writtenAt < right.writtenAt ? -1 : 1
  return left.id < right.id ? -1 : 1
}
