import { invalidField } from '../../shared/edits/actions/action.ts'
import { type Action, type ActionInput, action } from '../../shared/edits/actions/actions.ts'
import type { Refusal } from '../../shared/edits/refusal.ts'

/** Actions as the server would read them, or why it would not. */
export function readActions(actions: readonly ActionInput[]): Action[] | Refusal {
  const checked: Action[] = []
  for (const one of actions) {
    const parsed = action.safeParse(one)
    if (!parsed.success) return invalidField(parsed.error)
    checked.push(parsed.data)
  }
  return checked
}
