import type { ZodType } from 'zod'
import { action } from '../../shared/edits/actions/actions.ts'
import { changedFields } from '../../shared/edits/draft.ts'
import { contentOf } from '../../shared/edits/movedOn.ts'
import type { RowChange } from '../../shared/edits/reader.ts'
import { isTyped } from '../../shared/edits/typedText.ts'
import { type AnyRow, contents, type RowKind } from '../../shared/model/rows.ts'
import { type OwnValue, placeOf } from './kept/entered.ts'

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

const mostValues = 200

/** What one has typed and chosen, so that one is told when somebody else's stands in its place. */
export class OwnValues {
  readonly #values: Map<string, OwnValue>

  /** @param earlier what one had entered on pages that are gone */
  constructor(earlier: readonly OwnValue[] = []) {
    this.#values = new Map(earlier.map((value) => [placeOf(value), value]))
  }

  /** Takes note of what an own edit has set that the server has. */
  wrote(entered: readonly OwnValue[]): void {
    for (const value of entered) {
      const key = placeOf(value)
      this.#values.delete(key)
      if (value.value !== undefined) this.#values.set(key, value)
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
        changedFields(before, after).map((field) => placeOf({ kind, id, field })),
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

/** What an own edit has set, as far as one would want to know of what replaces it. What one takes back is nobody's any more. */
export function enteredBy(changes: readonly RowChange[], isTakenBack: boolean): OwnValue[] {
  return changes.flatMap((change) => {
    const { kind, id, before, after } = change
    return changedFields(before, after).flatMap((field): OwnValue[] => {
      const value = contentOf(after, field)
      if (!isTyped(kind, field) && !isOwnChoice(change, field, value)) return []
      return [{ kind, id, field, value: isTakenBack || isEmpty(value) ? undefined : value }]
    })
  })
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

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0)
}
