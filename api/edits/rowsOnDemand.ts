// Lets the synchronous domain read a database: what it asks for and is not loaded yet is noted, fetched in one go, and
// the same pure function runs again. An edit costs as many round trips as its questions are deep.
import type { Action } from '../../shared/edits/actions/actions.ts'
import { MemoryRows } from '../../shared/edits/memoryRows.ts'
import {
  type EditReference,
  type Lookup,
  type RowChange,
  type RowReader,
  referenceKey,
  rowKey,
} from '../../shared/edits/reader.ts'
import { kindNamedBy } from '../../shared/model/references.ts'
import type { AnyRow, RowKind, RowOf } from '../../shared/model/rows.ts'
import type { Transaction } from '../database/door.ts'
import { type Reader, readByField, readById } from './storedRows.ts'

type ReadHistory = (edit: EditReference) => Promise<RowChange[] | undefined>

export class RowsOnDemand implements RowReader {
  #rows = new MemoryRows()
  #asked = new Set<string>()
  #wantedIds = new Map<RowKind, Set<string>>()
  #wantedLists = new Map<string, { kind: RowKind; field: string; values: Set<string> }>()
  #wantedEdits: EditReference[] = []
  readonly #tx: Transaction
  readonly #ecosystemId: string
  readonly #readHistory: ReadHistory
  readonly #reader: Reader

  constructor(
    tx: Transaction,
    ecosystemId: string,
    readHistory: ReadHistory = async () => undefined,
    reader: Reader = 'viewer',
  ) {
    this.#tx = tx
    this.#reader = reader
    this.#ecosystemId = ecosystemId
    this.#readHistory = readHistory
  }

  /** Past all audiences, in a transaction of the server's own. */
  static pastAudiences(tx: Transaction, ecosystemId: string): RowsOnDemand {
    return new RowsOnDemand(tx, ecosystemId, undefined, 'system')
  }

  get<K extends RowKind>(kind: K, id: string): RowOf<K> | undefined {
    this.#want(kind, id)
    return this.#rows.get(kind, id)
  }

  list<K extends RowKind>(kind: K, field: Lookup<K>, value: string): readonly RowOf<K>[] {
    if (this.#isNew(`${kind}.${String(field)}=${value}`)) {
      const name = `${kind}.${String(field)}`
      const wanted = this.#wantedLists.get(name) ?? { kind, field: String(field), values: new Set<string>() }
      wanted.values.add(value)
      this.#wantedLists.set(name, wanted)
    }
    return this.#rows.list(kind, field, value)
  }

  changesOf(edit: EditReference): readonly RowChange[] | undefined {
    if (this.#isNew(`edit ${referenceKey(edit)}`)) this.#wantedEdits.push(edit)
    return this.#rows.changesOf(edit)
  }

  /** Runs `work` until everything it asked for was there. */
  async run<T>(work: () => T): Promise<T> {
    for (let round = 0; round < 1_000; round++) {
      const result = work()
      if (!this.#hasWishes()) return result
      await this.#fetch()
    }
    throw new Error('an edit asks for ever more rows')
  }

  /** Loads what actions name, and what that hangs on, before they run. */
  async prefetch(actions: readonly Action[]): Promise<void> {
    for (const action of actions) this.#wantNamed(action, action.type)
    while (this.#hasWishes()) {
      const fetched = await this.#fetch()
      for (const row of fetched) this.#wantNamed(row, '')
    }
  }

  /** Takes over what an accepted edit changed, so that the next edit of the same transaction reads it. */
  apply(changes: readonly RowChange[], edit: EditReference): void {
    this.#rows.apply(changes, edit)
    this.#asked.add(`edit ${referenceKey(edit)}`)
    for (const change of changes) this.#asked.add(rowKey(change))
  }

  /** Takes over rows as they were before these changes, which need not be read again. */
  know(changes: readonly RowChange[]): this {
    for (const { kind, id, before } of changes) {
      this.#asked.add(rowKey({ kind, id }))
      if (before) this.#rows.set(kind, before as never)
    }
    return this
  }

  /** Forgets everything: what follows unseen may have changed any row, so that the next edit asks anew. */
  forget(): void {
    this.#rows = new MemoryRows()
    this.#asked = new Set()
  }

  #want(kind: RowKind, id: string): void {
    if (!this.#isNew(rowKey({ kind, id }))) return
    const ids = this.#wantedIds.get(kind) ?? new Set<string>()
    this.#wantedIds.set(kind, ids.add(id))
  }

  #wantNamed(named: object, type: string): void {
    for (const [field, value] of Object.entries(named)) {
      // Free content of a note: what it calls its fields, or puts into them, names no rows.
      if (field === 'content') continue
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) this.#wantNamed(value, type)
      const kind = typeof value === 'string' ? kindOfField(field, type, named) : undefined
      if (kind) this.#want(kind, value)
    }
  }

  #isNew(question: string): boolean {
    if (this.#asked.has(question)) return false
    this.#asked.add(question)
    return true
  }

  #hasWishes(): boolean {
    return this.#wantedIds.size + this.#wantedLists.size + this.#wantedEdits.length > 0
  }

  async #fetch(): Promise<AnyRow[]> {
    const [ids, lists, edits] = [this.#wantedIds, this.#wantedLists, this.#wantedEdits]
    this.#wantedIds = new Map()
    this.#wantedLists = new Map()
    this.#wantedEdits = []
    const found = await Promise.all([
      ...[...ids].map(async ([kind, wanted]) => ({
        kind,
        rows: await readById(this.#tx, this.#ecosystemId, kind, [...wanted], this.#reader),
      })),
      ...[...lists.values()].map(async ({ kind, field, values }) => ({
        kind,
        rows: await readByField(this.#tx, this.#ecosystemId, kind, field as never, [...values], this.#reader),
      })),
    ])
    for (const { kind, rows } of found) {
      // A list never overwrites what an edit of this transaction has changed already.
      for (const row of rows) if (!this.#rows.get(kind, row.id)) this.#rows.set(kind, row as never)
      for (const row of rows) this.#asked.add(rowKey({ kind, id: row.id }))
    }
    for (const edit of edits) {
      const changes = await this.#readHistory(edit)
      if (changes) this.#rows.remember(edit, changes)
    }
    return found.flatMap(({ rows }) => rows as AnyRow[])
  }
}

/** @param type of the action that names the row; empty of a row, whose own id is known already */
function kindOfField(field: string, type: string, named: object): RowKind | undefined {
  if (field !== 'id') return kindNamedBy(field, named)
  if (type.startsWith('handoff.')) return 'confirmation'
  const kind = type.split('.')[0]
  return kind && kind !== 'edit' ? (kind as RowKind) : undefined
}
