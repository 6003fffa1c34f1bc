// The one path of every edit: the same pure function runs in the browser at once and on the server as the truth.

import type { RowKind } from '../model/rows.ts'
import type { SigningAuthor } from '../rules/author.ts'
import { missingRight } from '../rules/rules.ts'
import { sayLacking } from '../rules/sayLacking.ts'
import { definitionOf, type Edit } from './actions/actions.ts'
import { follow } from './behaviours.ts'
import { checkConstraints } from './constraints.ts'
import { changedFields, Draft } from './draft.ts'
import { followHandingOver } from './handingOver.ts'
import { followLeaving } from './leaving.ts'
import { type RowChange, type RowReader, rowKey } from './reader.ts'
import { Refusal } from './refusal.ts'

export type Applied = { accepted: true; changes: RowChange[] } | { accepted: false; refusal: Refusal }

/**
 * Applies an edit to the rows its author may see; nothing is written, the changes are returned.
 * @param rows what the author sees; it is asked again and again, never written to
 * @returns the changed rows with what followed from them, or the refusal of the first thing that is not allowed
 */
export function applyEdit(
  edit: Pick<Edit, 'actions'>,
  author: SigningAuthor,
  ecosystemId: string,
  rows: RowReader,
): Applied {
  const draft = new Draft(rows, (change, soFar) => {
    const right = missingRight(change, author, soFar)
    if (right) throw new Refusal('edit.notAllowed', sayLacking(right, author))
  })
  try {
    for (const action of edit.actions) {
      definitionOf(action.type).apply(action, { draft, author, ecosystemId })
    }
    follow(draft, rows)
    const changes = draft.changes()
    checkConstraints(changes, draft)
    return { accepted: true, changes }
  } catch (error) {
    if (error instanceof Refusal) return { accepted: false, refusal: error }
    throw error
  }
}

/**
 * Consequences: what follows from accepted changes on rows their author does not see. Server only.
 * @param everything reads all rows of the ecosystem
 * @returns changes of other rows than those the author's edit has changed already, and what comes on top of a party it has
 * changed, which its author may not write out of its own sight, and of what it has said about something it does not see
 */
export function consequencesOf(changes: readonly RowChange[], everything: RowReader): RowChange[] {
  const draft = new Draft(everything)
  for (const change of changes) draft.put(change.kind, change.after as never, true)
  follow(draft, everything)
  for (const change of changes) {
    followLeaving(change, draft)
    followHandingOver(change, draft)
  }
  const direct = new Map(changes.map((change) => [rowKey(change), change]))
  return draft.changes().flatMap((change) => {
    const own = direct.get(rowKey(change))
    return own ? onTopOf(own, change) : [change]
  })
}

const followedBeyondSight: ReadonlySet<RowKind> = new Set<RowKind>([
  'party',
  'perspective',
  'mark',
  'comment',
])

function onTopOf(own: RowChange, { kind, after }: RowChange): RowChange[] {
  if (own.kind !== kind || !followedBeyondSight.has(kind)) return []
  const fields = changedFields(own.after, after)
  if (fields.length === 0) return []
  const versions = { ...own.after.versions }
  for (const field of fields) versions[field] = (versions[field] ?? 0) + 1
  return [{ ...own, before: own.after, after: { ...after, versions }, follows: true } as RowChange]
}
