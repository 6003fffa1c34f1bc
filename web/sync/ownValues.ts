import type { ZodType } from 'zod'
import { action } from '../../shared/edits/actions/actions.ts'
import { changedFields } from '../../shared/edits/draft.ts'
import { contentOf } from '../../shared/edits/movedOn.ts'
import type { RowChange } from '../../shared/edits/reader.ts'
import { isTyped } from '../../shared/edits/typedText.ts'
import { type AnyRow, contents, type RowKind } from '../../shared/model/rows.ts'

/** What one had set in a field, and what stands there in its place. */
export interface Replaced {
  kind: RowKind
  id: string
  field: string
  mine: unknown
  theirs: unknown
  /** Who replaced it; null while or if that is not known. */
  by: { name: string; organisation: string } | null
}

interface OwnValue {
  kind: RowKind
  id: string
  field: string
  value: unknown
}

const mostValues = 200

/** What one has typed and chosen while this page lives, so that one is told when somebody else's stands in its place. */
export class OwnValues {
  readonly #values = new Map<string, OwnValue>()

  /** Takes note of an own edit that the server has. What one takes back oneself is nobody's any more. */
  wrote(changes: readonly RowChange[], isTakenBack: boolean): void {
    for (const change of changes) {
      const { kind, id, before, after } = change
      for (const field of changedFields(before, after)) {
        const value = contentOf(after, field)
        if (!isTyped(kind, field) && !isOwnChoice(change, field, value)) continue
        const key = keyOf(kind, id, field)
        this.#values.delete(key)
        if (!isTakenBack && !isEmpty(value)) this.#values.set(key, { kind, id, field, value })
      }
    }
    for (const key of [...this.#values.keys()].slice(0, -mostValues)) this.#values.delete(key)
  }

  /**
   * Own values that are no longer there, each told once.
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
    return [...this.#values].flatMap(([key, { kind, id, field, value }]) => {
      const row = confirmed(kind, id)
      if (!row || row.deleted || overwritten.has(key)) return []
      const theirs = contentOf(row, field)
      if (JSON.stringify(theirs) === JSON.stringify(value)) return []
      this.#values.delete(key)
      return [{ kind, id, field, mine: value, theirs }]
    })
  }
}

/**
 * A choice, a number, a day or a switch that can be put back as it was set. Where something lies on the map is none: moving
 * what others have moved is how one arranges a map together, and undo asks there.
 */
export function isChosen(kind: RowKind, field: string, value: unknown): boolean {
  if (places.has(field) || Array.isArray(value)) return false
  return action.safeParse({ type: `${kind}.change`, id: anyId, fields: { [field]: value } }).success
}

const places = new Set(['laneId', 'stageId', 'rank', 'column'])
const anyId = '00000000-0000-4000-8000-000000000000'

/** What a new row has by default, or what only follows from a change, nobody has chosen. */
function isOwnChoice({ kind, before, follows }: RowChange, field: string, value: unknown): boolean {
  if (follows) return false
  const schema = (contents[kind].shape as Record<string, ZodType | undefined>)[field]
  const isDefault =
    before === null && JSON.stringify(schema?.safeParse(undefined).data) === JSON.stringify(value)
  return !isDefault && isChosen(kind, field, value)
}

function keyOf(kind: RowKind, id: string, field: string): string {
  return `${kind}/${id}/${field}`
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0)
}
