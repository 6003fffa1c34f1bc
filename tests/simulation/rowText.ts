import type { AnyRow } from '../../shared/model/rows.ts'

/** Rows are replaced whole, never written to: what one says is worked out once. */
const known = new WeakMap<AnyRow, string>()

/** A row as text, whatever the order of its fields: equal texts, equal rows. */
export function textOf(row: AnyRow): string {
  const text =
    known.get(row) ??
    JSON.stringify(row, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
        : value,
    )
  known.set(row, text)
  return text
}
