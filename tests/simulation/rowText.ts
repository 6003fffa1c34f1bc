import type { AnyRow } from '../../shared/model/rows.ts'

/** A row as text, whatever the order of its fields: equal texts, equal rows. */
export function textOf(row: AnyRow): string {
  return JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  )
}
