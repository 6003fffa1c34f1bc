import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { typedIn } from '../typedFields.ts'
import type { View } from './generator.ts'

/** The same action with more said: now and then every field that it lets one type, or one or two of those a change may touch. */
export function typeMore(action: ActionInput, view: View): ActionInput {
  const typed = typedIn(action.type)
  if (!typed || !('id' in action)) return action
  const { chance } = view
  if (!chance.oneIn(typed.isChange ? 2 : 4)) return action
  const { kind, fields, isChange, value } = typed
  const chosen = isChange ? [chance.pick(fields), chance.pick(fields)] : fields
  const mark = () => view.text(kind, action.id)
  const said = Object.fromEntries(chosen.map((field) => [field, value(field, mark)]))
  if (!isChange) return { ...action, ...said }
  const { fields: named } = action as { fields?: object }
  return { ...action, fields: { ...named, ...said } } as ActionInput
}
