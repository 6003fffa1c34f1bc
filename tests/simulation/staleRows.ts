import type { VisibleRow } from '../../shared/edits/exchange.ts'
import { rowKey } from '../../shared/edits/reader.ts'

/** A cache that nobody clears, as a server could wrongly have one: rows as a reader was last sent them. */
export class StaleRows {
  readonly #sent = new Map<string, Map<string, VisibleRow>>()

  /** The rows of an answer, and those its reader was sent once and may not see any more. */
  addTo(reader: string, rows: readonly VisibleRow[]): VisibleRow[] {
    const sent = this.#sent.get(reader) ?? new Map<string, VisibleRow>()
    this.#sent.set(reader, sent)
    for (const one of rows) sent.set(rowKey({ kind: one.kind, id: one.row.id }), one)
    return [...sent.values()]
  }
}
