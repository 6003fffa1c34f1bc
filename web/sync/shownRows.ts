import type { Edit } from '../../shared/edits/actions/actions.ts'
import { type Applied, applyEdit } from '../../shared/edits/applyEdit.ts'
import type { GoneRow, VisibleRow } from '../../shared/edits/exchange.ts'
import { MemoryRows } from '../../shared/edits/memoryRows.ts'
import { type EditReference, type RowChange, referenceKey } from '../../shared/edits/reader.ts'
import type { AnyRow, RowKind, RowOf } from '../../shared/model/rows.ts'
import { type Author, signing } from '../../shared/rules/author.ts'

/** Who works here, with the name under what they say. */
export type NamedAuthor = Author & { name: string }

export interface Received {
  reset: boolean
  rows: readonly VisibleRow[]
  gone: readonly GoneRow[]
}

/** More than the steps of undo and redo with what they name. */
const mostRemembered = 1_000

/** What is on screen: the rows the server has confirmed, and on top of them the edits it has not answered yet. */
export class ShownRows {
  /** Confirmed rows with the pending edits applied; replaced row by row, never to be written to from outside. */
  readonly rows = new MemoryRows()
  /** Ids of rows that were deleted for all who saw them, other than those no longer for us. */
  readonly deleted = new Set<string>()
  readonly #confirmed = new MemoryRows()
  readonly #kinds = new Map<string, RowKind>()
  /** Rows in which `rows` differs from `#confirmed`. */
  readonly #overlaid = new Map<string, RowKind>()
  readonly #ownChanges = new Map<string, { edit: EditReference; changes: readonly RowChange[] }>()
  readonly #author: NamedAuthor
  readonly #ecosystemId: string

  constructor(author: NamedAuthor, ecosystemId: string) {
    this.#author = author
    this.#ecosystemId = ecosystemId
  }

  /** What an edit would do to what is shown, without doing it. */
  tryOut(edit: Pick<Edit, 'actions'>): Applied {
    return applyEdit(edit, signing(this.#author, this.#author.name, new Date()), this.#ecosystemId, this.rows)
  }

  /** Shows an edit that has not been confirmed; a refused one leaves everything as it was. */
  show(edit: Edit): Applied {
    const applied = this.tryOut(edit)
    if (!applied.accepted) return applied
    this.rows.apply(applied.changes)
    // Shown again over rows that may hold it already, it would change something else; the first time counts.
    if (!this.#ownChanges.has(referenceKey(edit))) this.#remember(edit, applied.changes)
    for (const change of applied.changes) this.#overlaid.set(change.id, change.kind)
    return applied
  }

  /** Takes over what the server says and shows the pending edits again on top of it. */
  receive(received: Received, pending: readonly Edit[]): void {
    this.#uncover()
    if (received.reset) this.#forgetMissing(received.rows)
    for (const { kind, row } of received.rows) this.#confirm(kind, row)
    for (const { kind, id, deleted } of received.gone) {
      this.#lose(kind, id)
      if (deleted) this.deleted.add(id)
    }
    for (const edit of pending) this.show(edit)
  }

  /** Shows only these pending edits, after one of them was refused or taken over. */
  rebase(pending: readonly Edit[]): void {
    this.receive({ reset: false, rows: [], gone: [] }, pending)
  }

  /** The server's versions of what an accepted edit set become those that undoing it compares with. */
  settle(edit: EditReference): void {
    const changes = this.rows.changesOf(edit)
    if (!changes) return
    const settled = changes.map((change) => {
      const row = this.#confirmed.get(change.kind, change.id)
      return row ? ({ ...change, after: withVersionsOf(row, change.after) } as RowChange) : change
    })
    this.#remember(edit, settled)
  }

  /** A row as the server has confirmed it. */
  confirmed(kind: RowKind, id: string): AnyRow | undefined {
    return this.#confirmed.get(kind, id)
  }

  #remember(edit: EditReference, changes: readonly RowChange[]): void {
    this.rows.remember(edit, changes)
    this.#ownChanges.set(referenceKey(edit), { edit, changes })
    if (this.#ownChanges.size <= mostRemembered) return
    const [key, oldest] = this.#ownChanges.entries().next().value!
    this.#ownChanges.delete(key)
    this.rows.forget(oldest.edit)
  }

  #uncover(): void {
    for (const [id, kind] of this.#overlaid) {
      const row = this.#confirmed.get(kind, id)
      if (row) this.rows.set(kind, row)
      else this.rows.delete(kind, id)
    }
    this.#overlaid.clear()
  }

  #confirm(kind: RowKind, row: RowOf<RowKind>): void {
    this.#kinds.set(row.id, kind)
    this.deleted.delete(row.id)
    this.#confirmed.set(kind, row)
    this.rows.set(kind, row)
  }

  /** A row that one's own edit removed is kept as removed, so that undo can bring it back. */
  #lose(kind: RowKind, id: string): void {
    const removed = this.#removedByOwnEdit(id)
    if (removed) this.#confirm(kind, removed)
    else {
      this.#kinds.delete(id)
      this.#confirmed.delete(kind, id)
      this.rows.delete(kind, id)
    }
  }

  #removedByOwnEdit(id: string): RowOf<RowKind> | undefined {
    const last = [...this.#ownChanges.values()]
      .flatMap(({ changes }) => changes)
      .findLast((change) => change.id === id)?.after
    return last?.deleted ? (last as RowOf<RowKind>) : undefined
  }

  #forgetMissing(rows: readonly VisibleRow[]): void {
    const present = new Set(rows.map(({ row }) => row.id))
    for (const [id, kind] of [...this.#kinds]) if (!present.has(id)) this.#lose(kind, id)
  }
}

/** Only for fields that still have the value we set: anything else has moved on. */
function withVersionsOf(row: AnyRow, after: AnyRow): AnyRow {
  const versions = { ...after.versions }
  for (const field of Object.keys(versions)) {
    const now: unknown = row[field as keyof AnyRow]
    const ours: unknown = after[field as keyof AnyRow]
    if (JSON.stringify(now) === JSON.stringify(ours))
      versions[field] = row.versions[field] ?? versions[field]!
  }
  return { ...after, versions }
}
