import { changedFields } from '../../shared/edits/draft.ts'
import { contentOf } from '../../shared/edits/movedOn.ts'
import type { RowChange } from '../../shared/edits/reader.ts'
import { isTyped } from '../../shared/edits/typedText.ts'
import type { AnyRow, RowKind } from '../../shared/model/rows.ts'

/** One's own text in a field, and what stands there in its place. */
export interface Replaced {
  kind: RowKind
  id: string
  field: string
  mine: unknown
  theirs: unknown
  /** Who replaced it; null while or if that is not known. */
  by: { name: string; organisation: string } | null
}

interface OwnText {
  kind: RowKind
  id: string
  field: string
  value: unknown
}

const mostTexts = 200

/** The texts one has written while this page lives, so that one is told when somebody else's stands in their place. */
export class OwnTexts {
  readonly #texts = new Map<string, OwnText>()

  /** Takes note of an own edit that the server has. What one takes back oneself is nobody's any more. */
  wrote(changes: readonly RowChange[], isTakenBack: boolean): void {
    for (const { kind, id, before, after } of changes) {
      for (const field of changedFields(before, after).filter((one) => isTyped(kind, one))) {
        const key = keyOf(kind, id, field)
        const value = contentOf(after, field)
        this.#texts.delete(key)
        if (!isTakenBack && !isEmpty(value)) this.#texts.set(key, { kind, id, field, value })
      }
    }
    for (const key of [...this.#texts.keys()].slice(0, -mostTexts)) this.#texts.delete(key)
  }

  /**
   * Own texts that are no longer there, each told once.
   * @param confirmed a row as the server has it, undefined when one does not see it (any more)
   * @param pending own changes the server does not have yet: they decide what stands there
   */
  replaced(
    confirmed: (kind: RowKind, id: string) => AnyRow | undefined,
    pending: readonly RowChange[],
  ): Omit<Replaced, 'by'>[] {
    const overwritten = new Set(
      pending.flatMap(({ kind, id, before, after }) =>
        changedFields(before, after).map((field) => keyOf(kind, id, field)),
      ),
    )
    return [...this.#texts].flatMap(([key, { kind, id, field, value }]) => {
      const row = confirmed(kind, id)
      if (!row || row.deleted || overwritten.has(key)) return []
      const theirs = contentOf(row, field)
      if (JSON.stringify(theirs) === JSON.stringify(value)) return []
      this.#texts.delete(key)
      return [{ kind, id, field, mine: value, theirs }]
    })
  }
}

function keyOf(kind: RowKind, id: string, field: string): string {
  return `${kind}/${id}/${field}`
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0)
}
