import type { Viewer } from '../../shared/audience/audience.ts'
import type { Comment } from '../../shared/model/rows.ts'
import { readDraft } from '../typing/drafts.ts'

/** Whether somebody was writing at a comment, and went elsewhere before it was sent. */
export function isBegun({ id, targetId }: Comment, field: 'text' | 'reply', author: Viewer): boolean {
  return readDraft({ author, about: targetId, row: id, field }) !== null
}
