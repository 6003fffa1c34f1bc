// An edit as it arrives, in today's words: browsers that are still open, and edits they kept, speak the version before.
import { invalidField } from './actions/action.ts'
import { type Edit, edit, editVersion } from './actions/actions.ts'
import type { SubmittedEdit } from './exchange.ts'
import { Refusal } from './refusal.ts'

type Said = Readonly<Record<string, unknown>>

interface Versions {
  current: number
  /** By the version before: how one action of it is said now. */
  upgrades: ReadonlyMap<number, (action: Said) => Said>
}

/** Whoever counts `editVersion` up says here what an action of the version before means now. */
const served: Versions = { current: editVersion, upgrades: new Map([[1, markForWholeMap]]) }

/** A mark that did not say for whom it is was for everybody on the map. */
function markForWholeMap(action: Said): Said {
  return action.type === 'mark.add' && action.with === undefined ? { ...action, with: 'map' } : action
}

/** @returns the checked edit, or why it is not taken */
export function readEdit(submitted: SubmittedEdit, { current, upgrades } = served): Edit | Refusal {
  const { version, actions } = submitted
  const isOlder = typeof version === 'number' && version < current
  const upgrade = isOlder && version === current - 1 ? upgrades.get(version) : undefined
  if (version !== current && !upgrade)
    return new Refusal('edit.invalid', isOlder ? tooOld : unknown, 'version')
  const today =
    upgrade && Array.isArray(actions) ? actions.map((one) => (isSaid(one) ? upgrade(one) : one)) : actions
  const parsed = edit.safeParse({ ...submitted, version: editVersion, actions: today })
  return parsed.success ? parsed.data : invalidField(parsed.error)
}

function isSaid(action: unknown): action is Said {
  return typeof action === 'object' && action !== null
}

const tooOld = 'Your page is older than the server. Reload it; nothing is lost.'
const unknown = 'The server does not know this version of an edit. Reload the page; nothing is lost.'
