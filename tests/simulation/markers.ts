import type { RowKind } from '../../shared/model/rows.ts'

/**
 * Every text anybody writes is unlike any other, and known by the row it was written into. A sealed cursor is chance in letters,
 * digits, - and _: the points keep it from ever looking like one.
 */
export class Markers {
  readonly #rows: string[] = []
  readonly #writers: (string | undefined)[] = []

  /** `writer` is the organisation that says so. */
  mark(kind: RowKind | 'person', id: string, writer?: string): string {
    this.#writers.push(writer)
    return `cn.${this.#rows.push(`${kind}/${id}`) - 1}.`
  }

  /** The markers in these bytes, each once. */
  in(bytes: string): string[] {
    return [...new Set(bytes.match(/cn\.\d+\./g) ?? [])]
  }

  /** `kind/id` of the row a marker was written into. */
  rowOf(marker: string): string {
    return this.#rows[Number(marker.slice(3, -1))]!
  }

  /** The name of a person, which stands wherever that person has signed. */
  isName(marker: string): boolean {
    return this.rowOf(marker).startsWith('person/')
  }

  writerOf(marker: string): string | undefined {
    return this.#writers[Number(marker.slice(3, -1))]
  }
}
