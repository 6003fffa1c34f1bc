// The one path of every edit: the same pure function runs in the browser at once and on the server as the truth.
import type { SigningAuthor } from '../rules/author.ts'
import { rights } from '../rules/rights.ts'
import { missingRight } from '../rules/rules.ts'
import { definitionOf, type Edit } from './actions/actions.ts'
import { follow } from './behaviours.ts'
import { checkConstraints } from './constraints.ts'
import { Draft } from './draft.ts'
import { withdrawFromLeaver } from './leaving.ts'
import type { RowChange, RowReader } from './reader.ts'
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
    if (right) throw new Refusal('edit.notAllowed', rights[right])
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
 * @returns changes of other rows than those the author's edit has changed already
 */
export function consequencesOf(changes: readonly RowChange[], everything: RowReader): RowChange[] {
  const draft = new Draft(everything)
  for (const change of changes) draft.put(change.kind, change.after as never, true)
  follow(draft, everything)
  for (const change of changes) withdrawFromLeaver(change, draft)
  const keyOf = ({ kind, id }: RowChange) => `${kind}/${id}`
  const direct = new Set(changes.map(keyOf))
  return draft.changes().filter((change) => !direct.has(keyOf(change)))
}
