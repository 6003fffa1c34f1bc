import type { SeenRows } from '../../shared/analysis/seenRows.ts'

type Names = ReadonlyMap<string, string>

/** Stands after the name of an organisation that takes part in no map any more, wherever its name stands beside what it left. */
export const leftMark = ' (left)'

/** The names of organisations, with the mark for those that left; the same names again while nobody else leaves. */
export function withLeftMarks(names: Names, rows: SeenRows): Names {
  const active = new Set<string>()
  const left = new Set<string>()
  for (const { organisationId, state } of rows.all('participant')) {
    if (state === 'active') active.add(organisationId)
    else left.add(organisationId)
  }
  const gone = [...left].filter((id) => !active.has(id) && names.has(id)).sort()
  if (gone.length === 0) return names
  const known = marked.get(names)
  if (known?.of === gone.join()) return known.names
  const withMarks = new Map(names)
  for (const id of gone) withMarks.set(id, `${names.get(id)}${leftMark}`)
  marked.set(names, { of: gone.join(), names: withMarks })
  return withMarks
}

const marked = new WeakMap<Names, { of: string; names: Names }>()
