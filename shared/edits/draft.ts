import type { AnyRow, RowKind, RowOf } from '../model/rows.ts'
import { type EditReference, type Lookup, lookups, type RowChange, type RowReader } from './reader.ts'
import { notFound } from './refusal.ts'

/** An edit in the making: rows as they would be after the actions so far, over a reader that is never written to. */
export class Draft implements RowReader {
  /** By kind and id: ids are chosen by clients, and two kinds may have the same. */
  readonly #changes = new Map<string, RowChange>()
  /** Ids of changed rows by the values they have, or had before a later change, in their lookup fields. */
  readonly #found = new Map<string, Set<string>>()
  readonly #reader: RowReader
  readonly #authorise: (change: RowChange, rows: Draft) => void

  /** `authorise` is asked before each change that does not merely follow from another; it throws a Refusal. */
  constructor(reader: RowReader, authorise: (change: RowChange, rows: Draft) => void = () => {}) {
    this.#reader = reader
    this.#authorise = authorise
  }

  get<K extends RowKind>(kind: K, id: string): RowOf<K> | undefined {
    const change = this.#changes.get(keyOf(kind, id))
    return change ? (change.after as unknown as RowOf<K>) : this.#reader.get(kind, id)
  }

  list<K extends RowKind>(kind: K, field: Lookup<K>, value: string): RowOf<K>[] {
    const fieldOf = (row: RowOf<K>) => row[field as keyof RowOf<K>]
    const stored = this.#isAdded(String(field), value) ? [] : this.#reader.list(kind, field, value)
    const untouched = stored.filter((row) => !this.has(kind, row.id))
    const changed = [...(this.#found.get(`${kind}.${String(field)}=${value}`) ?? [])]
      .map((id) => this.#changes.get(keyOf(kind, id))!.after as unknown as RowOf<K>)
      .filter((row) => fieldOf(row) === value)
    return [...untouched, ...changed].filter((row) => !row.deleted)
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
    const earlier = this.#changes.get(keyOf(kind, after.id))
    const now = earlier?.after ?? this.#reader.get(kind, after.id) ?? null
    if (!follows)
      this.#authorise({ kind, id: after.id, before: now, after, follows } as unknown as RowChange, this)
    const before = earlier ? earlier.before : (this.#reader.get(kind, after.id) ?? null)
    const change = { kind, id: after.id, before, after, follows: follows && (earlier?.follows ?? true) }
    this.#index(kind, after)
    this.#changes.set(keyOf(kind, after.id), change as unknown as RowChange)
  }

  has(kind: RowKind, id: string): boolean {
    return this.#changes.has(keyOf(kind, id))
  }

  /** All changes so far in the order in which rows were first touched, with the versions of changed fields counted up. */
  changes(): RowChange[] {
    return [...this.#changes.values()].filter(isRealChange).map(withVersions)
  }

  #index<K extends RowKind>(kind: K, row: RowOf<K>): void {
    for (const field of lookups[kind] as readonly (keyof RowOf<K>)[]) {
      const place = `${kind}.${String(field)}=${String(row[field])}`
      this.#found.set(place, (this.#found.get(place) ?? new Set()).add(row.id))
    }
  }

  /** True when nothing stored can name this row: it appears with this edit, and nothing else has its id. */
  #isAdded(field: string, id: string): boolean {
    const kinds = kindsNamedBy[field] ?? []
    const isNew = (kind: RowKind) => this.#changes.get(keyOf(kind, id))?.before === null
    return kinds.some(isNew) && kinds.every((kind) => isNew(kind) || !this.#reader.get(kind, id))
  }
}

const keyOf = (kind: RowKind, id: string) => `${kind}/${id}`

/** What the fields by which rows are found may name. */
const kindsNamedBy: Record<string, readonly RowKind[]> = {
  mapId: ['map'],
  partyId: ['party'],
  laneId: ['lane'],
  parentLaneId: ['lane'],
  stageId: ['stage'],
  touchpointId: ['touchpoint'],
  fromTouchpointId: ['touchpoint'],
  toTouchpointId: ['touchpoint'],
  ownershipId: ['ownership'],
  linkId: ['link'],
  targetId: ['touchpoint', 'link', 'map', 'lane', 'stage'],
  roundId: ['round'],
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
  return left === right || JSON.stringify(left) === JSON.stringify(right)
}

function isRealChange(change: RowChange): boolean {
  return (
    changedFields(change.before, change.after).length > 0 && !(change.before === null && change.after.deleted)
  )
}

function withVersions(change: RowChange): RowChange {
  const versions = { ...change.before?.versions }
  for (const field of changedFields(change.before, change.after)) versions[field] = (versions[field] ?? 0) + 1
  return { ...change, after: { ...change.after, versions } } as RowChange
}
