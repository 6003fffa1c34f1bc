// Where an earlier edit can no longer be taken back unasked, because somebody has changed the same field since.
import type { AnyRow, RowKind } from '../model/rows.ts'
import { changedFields } from './draft.ts'
import { type EditReference, type RowChange, type RowReader, referenceKey, rowKey } from './reader.ts'

/** An edit to take back, with the later edits of the same person that have been taken back already. */
export interface Undoing extends EditReference {
  /** Numbers of the same client, or whole references. */
  since: readonly (number | EditReference)[]
}

/** A field that the edit had set and that is somebody else's by now. */
export interface MovedField {
  kind: RowKind
  id: string
  field: string
  /** The field's version that one has read; undoing over it is refused when it moves again. */
  version: number
  now: unknown
  /** What taking the edit back would make of it. */
  before: unknown
}

/** A signature stands under exact terms and a place on a map is asked for: neither is ever put back over what came since. */
export function mayBePutBack(kind: RowKind): boolean {
  return kind !== 'confirmation' && kind !== 'participant'
}

/** What undoing would have to overwrite, as far as the reader sees the rows. */
export function movedFields(undoing: Undoing, rows: RowReader): MovedField[] {
  const later = laterChanges(undoing, rows)
  const changes = rows.changesOf(undoing) ?? []
  return changes.flatMap((change) => {
    const { kind, id, before, after } = change
    const current = rows.get(kind, id)
    if (!before || !current || current.deleted || !mayBePutBack(kind)) return []
    return changedFields(before, after)
      .filter((field) => !isStillOurs(field, after, current, later.get(rowKey(change)) ?? []))
      .filter((field) => changedFields(before, current).includes(field))
      .map((field) => ({
        kind,
        id,
        field,
        version: current.versions[field] ?? 0,
        now: contentOf(current, field),
        before: contentOf(before, field),
      }))
  })
}

/** True when nobody else has counted the field up since: only we, step by step, back to the value we had set. */
export function isStillOurs(
  field: string,
  after: AnyRow,
  current: AnyRow,
  later: readonly RowChange[],
): boolean {
  const ours = later.map((change) => change.after.versions[field])
  let version = after.versions[field] ?? 0
  while (ours.includes(version + 1)) version += 1
  return current.versions[field] === version && !changedFields(current, after).includes(field)
}

/** Changes of later edits by the row they changed; an edit named twice counts once. */
export function laterChanges(
  { clientId, since }: Undoing,
  rows: Pick<RowReader, 'changesOf'>,
): ReadonlyMap<string, RowChange[]> {
  const later = new Map<string, RowChange[]>()
  const named = since.map((one) => (typeof one === 'number' ? { clientId, number: one } : one))
  for (const edit of new Map(named.map((one) => [referenceKey(one), one])).values()) {
    for (const change of rows.changesOf(edit) ?? []) {
      const key = rowKey(change)
      later.set(key, [...(later.get(key) ?? []), change])
    }
  }
  return later
}

/** A field by its name. */
export function contentOf(row: AnyRow, field: string): unknown {
  return (row as unknown as Record<string, unknown>)[field]
}
