// Whether a change is one for a reader. With whom else a row is shared is not, unless the row is the reader's own to share.
import { type AudienceKey, isVisible, organisationKey } from './audience.ts'

/** For whom a row changed. */
export interface AudienceChange {
  after: readonly AudienceKey[]
  /** Null unless nothing but who sees the row has changed. */
  before: readonly AudienceKey[] | null
  /** Whose own the row is, where it is somebody's. */
  organisationId: string | null
}

/** True for whoever sees the row now, unless it looks to them as before. */
export function isChangeFor(change: AudienceChange, keys: ReadonlySet<AudienceKey>): boolean {
  return isVisible(change.after, keys) && !looksTheSame(change, keys)
}

/** True for whoever saw the row before and is shown nothing else of it now. */
export function looksTheSame(
  { before, after, organisationId }: AudienceChange,
  keys: ReadonlySet<AudienceKey>,
): boolean {
  if (before === null || (organisationId !== null && keys.has(organisationKey(organisationId)))) return false
  const shown = (audience: readonly AudienceKey[]) => audience.filter((key) => keys.has(key)).sort()
  return isVisible(before, keys) && shown(before).join() === shown(after).join()
}
