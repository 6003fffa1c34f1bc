import { kindsNamedBy } from '../model/references.ts'
import type { AnyRow, RowKind, RowOf } from '../model/rows.ts'
import { type EditReference, type Lookup, lookups, type RowChange, type RowReader } from './reader.ts'
import { notFound, Refusal } from './refusal.ts'

/**
 * How many rows the questions of one edit may go through, all in all: far more than any gesture or import needs, and little
 * enough that nobody waits for somebody else's edit, whatever its actions multiply.
 */
const mostRowsRead = 5_000_000

/** An edit in the making: rows as they would be after the actions so far, over a reader that is never written to. */
export class Draft implements RowReader {
  /** Each kind by itself: ids are chosen by clients, and two kinds may have the same. */
  readonly #changes = new Map<RowKind, Map<string, RowChange>>()
  /** In the order in which rows were first touched. */
  readonly #order: { kind: RowKind; id: string }[] = []
  /** Ids of changed rows by the values they have, or had before a later change, in their lookup fields. */
  readonly #found = new Map<string, Set<string>>()
  readonly #reader: RowReader
  readonly #authorise: ((change: RowChange, rows: Draft) => void) | undefined
  #rowsRead = 0

  /**
   * `authorise` is asked before each change that does not merely follow from another; it throws a Refusal. Who has to ask is
   * also held to what one edit may cost.
   */
  constructor(reader: RowReader, authorise?: (change: RowChange, rows: Draft) => void) {
    this.#reader = reader
    this.#authorise = authorise
  }

  get<K extends RowKind>(kind: K, id: string): RowOf<K> | undefined {
    const change = this.#changeOf(kind, id)
    return change ? (change.after as unknown as RowOf<K>) : this.#reader.get(kind, id)
  }

  list<K extends RowKind>(kind: K, field: Lookup<K>, value: string): RowOf<K>[] {
    const fieldOf = (row: RowOf<K>) => row[field as keyof RowOf<K>]
    const stored = this.#isAdded(String(field), value) ? [] : this.#reader.list(kind, field, value)
    const changes = this.#changes.get(kind)
    const found = this.#found.get(`${kind}.${String(field)}=${value}`)
    this.#countRead(stored.length + (found?.size ?? 0))
    const untouched = stored.filter((row) => !row.deleted && !changes?.has(row.id))
    if (!changes || !found) return untouched
    for (const id of found) {
      const row = changes.get(id)!.after as unknown as RowOf<K>
      if (!row.deleted && fieldOf(row) === value) untouched.push(row)
    }
    return untouched
  }

  changesOf(edit: EditReference) {
    return this.#reader.changesOf(edit)
  }

  /** A living, visible row. @throws Refusal `edit.notFound` */
  need<K extends RowKind>(kind: K, id: string): RowOf<K> {
    const row = this.get(kind, id)
    if (!row || row.deleted) throw notFound(kind)
    return row
  }

  /** Records the row as it is after the edit; `follows` when no right of its own is needed for it. */
  put<K extends RowKind>(kind: K, after: RowOf<K>, follows = false): void {
    const earlier = this.#changeOf(kind, after.id)
    const stored = this.#reader.get(kind, after.id) ?? null
    const now = earlier?.after ?? stored
    if (!follows)
      this.#authorise?.({ kind, id: after.id, before: now, after, follows } as unknown as RowChange, this)
    const before = earlier ? earlier.before : stored
    const change = { kind, id: after.id, before, after, follows: follows && (earlier?.follows ?? true) }
    this.#index(kind, after)
    if (!earlier) this.#order.push({ kind, id: after.id })
    const ofKind = this.#changes.get(kind) ?? new Map<string, RowChange>()
    this.#changes.set(kind, ofKind.set(after.id, change as unknown as RowChange))
  }

  has(kind: RowKind, id: string): boolean {
    return this.#changeOf(kind, id) !== undefined
  }

  /** All changes so far in the order in which rows were first touched, with the versions of changed fields counted up. */
  changes(): RowChange[] {
    return this.#order.flatMap(({ kind, id }) => {
      const change = this.#changeOf(kind, id)!
      const fields = changedFields(change.before, change.after)
      const isReal = fields.length > 0 && !(change.before === null && change.after.deleted)
      return isReal ? [withVersions(change, fields)] : []
    })
  }

  #changeOf(kind: RowKind, id: string): RowChange | undefined {
    return this.#changes.get(kind)?.get(id)
  }

  #countRead(rows: number): void {
    this.#rowsRead += rows
    if (!this.#authorise || this.#rowsRead <= mostRowsRead) return
    throw new Refusal('edit.invalid', 'This is too much for one step. Do it in several smaller ones.')
  }

  #index<K extends RowKind>(kind: K, row: RowOf<K>): void {
    for (const field of lookups[kind] as readonly (keyof RowOf<K>)[]) {
      const place = `${kind}.${String(field)}=${String(row[field])}`
      const found = this.#found.get(place)
      if (found) found.add(row.id)
      else this.#found.set(place, new Set([row.id]))
    }
  }

  /** True when nothing stored can name this row: it appears with this edit, and nothing else has its id. */
  #isAdded(field: string, id: string): boolean {
    const kinds = kindsNamedBy(field)
    const isNew = (kind: RowKind) => this.#changeOf(kind, id)?.before === null
    return kinds.some(isNew) && kinds.every((kind) => isNew(kind) || !this.#reader.get(kind, id))
  }
}

const bookkeeping = new Set(['id', 'ecosystemId', 'versions', 'lineageId', 'addedByOrganisationId'])

/** Names of the content fields (and audience, deleted) in which two states of a row differ. */
export function changedFields(before: AnyRow | null, after: AnyRow): string[] {
  return Object.keys(after).filter(
    (field) =>
      !bookkeeping.has(field) &&
      (before === null ||
        !isSame(before[field as keyof AnyRow] as unknown, after[field as keyof AnyRow] as unknown)),
  )
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object') return false
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((one, place) => isSame(one, right[place]))
  return JSON.stringify(left, inOrder) === JSON.stringify(right, inOrder)
}

/** A database answers the fields of an object in an order of its own. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
}

function withVersions(change: RowChange, fields: readonly string[]): RowChange {
  const versions = { ...change.before?.versions }
  for (const field of fields) versions[field] = (versions[field] ?? 0) + 1
  return { ...change, after: { ...change.after, versions } } as RowChange
}
