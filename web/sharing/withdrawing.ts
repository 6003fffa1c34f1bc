import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'

/** Back to one's own organisation alone; null for what is not one's own to take back. */
export function withdrawalOf({ kind, row, canWithdraw }: SharedObject): ActionInput | null {
  if (!canWithdraw) return null
  const type = `${kind}.share` as
    | 'perspective.share'
    | 'mark.share'
    | 'responsibility.share'
    | 'comment.share'
  return { type, id: row.id, with: 'organisation' }
}
