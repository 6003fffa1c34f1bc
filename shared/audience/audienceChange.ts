// Whether a change is one for a reader. With whom else a row is shared is not, unless the row is the reader's own to share; nor is
// which of two organisations the reader does not know holds a party.
import { type AudienceKey, isVisible, organisationKey } from './audience.ts'

/** For whom a row changed. */
export interface AudienceChange {
  after: readonly AudienceKey[]
  /** Null unless nothing but who sees the row, holds it or keeps it has changed. */
  before: readonly AudienceKey[] | null
  /** Whose own the row is, where it is somebody's. */
  organisationId: string | null
  /** Of a party: who holds and who keeps it. */
  named: { before: readonly NamedOrganisation[]; after: readonly NamedOrganisation[] } | null
}

type NamedOrganisation = string | null

/** What tells changes apart for somebody. */
export interface ChangeReader {
  keys: ReadonlySet<AudienceKey>
  /** The organisations they may know. */
  known: ReadonlySet<string>
}

/** True for whoever sees the row now, unless it looks to them as before. */
export function isChangeFor(change: AudienceChange, reader: ChangeReader): boolean {
  return isVisible(change.after, reader.keys) && !looksTheSame(change, reader)
}

/** True for whoever saw the row before and is shown nothing else of it now. */
export function looksTheSame(
  { before, after, organisationId, named }: AudienceChange,
  { keys, known }: ChangeReader,
): boolean {
  if (before === null || (organisationId !== null && keys.has(organisationKey(organisationId)))) return false
  const shown = (audience: readonly AudienceKey[]) => audience.filter((key) => keys.has(key)).sort()
  const shownNames = (ids: readonly NamedOrganisation[] = []) =>
    ids.map((id) => (id === null || known.has(id) ? id : 'somebody'))
  return (
    isVisible(before, keys) &&
    shown(before).join() === shown(after).join() &&
    shownNames(named?.before).join() === shownNames(named?.after).join()
  )
}
