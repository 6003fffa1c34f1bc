import { type AnyRow, type RowKind, type RowOf, rowKinds } from '../model/rows.ts'
import {
  type EditReference,
  type Lookup,
  lookups,
  type RowChange,
  type RowReader,
  referenceKey,
} from './reader.ts'

/**
 * Rows in memory with an index per lookup: the browser's store, previews and tests.
 * Writing replaces a row whole; readers never see a half-written one.
 */
export class MemoryRows implements RowReader {
  readonly #rows = new Map<RowKind, Map<string, AnyRow>>(rowKinds.map((kind) => [kind, new Map()]))
  readonly #indexes = new Map<string, Map<string, Set<string>>>()
  readonly #edits = new Map<string, RowChange[]>()

  get<K extends RowKind>(kind: K, id: string): RowOf<K> | undefined {
    return this.#rows.get(kind)!.get(id) as RowOf<K> | undefined
  }

  list<K extends RowKind>(kind: K, field: Lookup<K>, value: string): RowOf<K>[] {
    const ids = this.#indexes.get(`${kind}.${String(field)}`)?.get(value)
    return ids ? [...ids].map((id) => this.get(kind, id)!) : []
  }

  /** All living rows of a kind, in no particular order. */
  all<K extends RowKind>(kind: K): RowOf<K>[] {
    return this.every(kind).filter((row) => !row.deleted)
  }

  /** All rows of a kind, deleted ones included. */
  every<K extends RowKind>(kind: K): RowOf<K>[] {
    return [...this.#rows.get(kind)!.values()] as unknown as RowOf<K>[]
  }

  changesOf(edit: EditReference): readonly RowChange[] | undefined {
    return this.#edits.get(referenceKey(edit))
  }

  set<K extends RowKind>(kind: K, row: RowOf<K>): void {
    this.#unindex(kind, row.id)
    this.#rows.get(kind)!.set(row.id, row as AnyRow)
    for (const field of lookups[kind] as readonly (keyof RowOf<K>)[]) {
      const value = row[field]
      if (typeof value === 'string') this.#bucket(kind, field, value).add(row.id)
    }
  }

  delete(kind: RowKind, id: string): void {
    this.#unindex(kind, id)
    this.#rows.get(kind)!.delete(id)
  }

  /** Takes over the outcome of an accepted edit and remembers it for undo. */
  apply(changes: readonly RowChange[], edit?: EditReference): void {
    for (const change of changes) this.set(change.kind, change.after as never)
    if (edit) this.#edits.set(referenceKey(edit), [...changes])
  }

  /** Remembers what an edit changed without touching the rows. */
  remember(edit: EditReference, changes: readonly RowChange[]): void {
    this.#edits.set(referenceKey(edit), [...changes])
  }

  /** Lets go of an edit that can no longer be undone. */
  forget(edit: EditReference): void {
    this.#edits.delete(referenceKey(edit))
  }

  #unindex(kind: RowKind, id: string): void {
    const row = this.#rows.get(kind)!.get(id)
    if (!row) return
    for (const field of lookups[kind] as readonly (keyof AnyRow)[]) {
      const value = row[field]
      if (typeof value === 'string') this.#bucket(kind, field, value).delete(id)
    }
  }

  #bucket(kind: RowKind, field: PropertyKey, value: string): Set<string> {
    const index = obtain(this.#indexes, `${kind}.${String(field)}`, () => new Map<string, Set<string>>())
    return obtain(index, value, () => new Set<string>())
  }
}

function obtain<V>(map: Map<string, V>, key: string, make: () => V): V {
  const present = map.get(key)
  if (present !== undefined) return present
  const made = make()
  map.set(key, made)
  return made
}
