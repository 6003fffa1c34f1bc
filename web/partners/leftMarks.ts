import type { SeenRows } from '../../shared/analysis/seenRows.ts'

type Names = ReadonlyMap<string, string>

/** Stands after the name of an organisation that takes part no more, wherever its name stands beside what it left. */
export const leftMark = ' (left)'

/**
 * The names of organisations, with the mark for those that left this map; without one for those that left every map the
 * viewer sees. The same names again while nobody else leaves.
 */
export function withLeftMarks(names: Names, rows: SeenRows, mapId?: string): Names {
  const active = new Set<string>()
  const left = new Set<string>()
  for (const { organisationId, state } of mapId ? placesOn(mapId, rows) : rows.all('participant')) {
    if (state === 'active') active.add(organisationId)
    else left.add(organisationId)
  }
  const isToMark = (id: string) => !active.has(id) && names.get(id)?.endsWith(leftMark) === false
  const gone = [...left].filter(isToMark).sort()
  if (gone.length === 0) return names
  const known = marked.get(names) ?? new Map<string, Names>()
  marked.set(names, known)
  const key = gone.join()
  const withMarks =
    known.get(key) ??
    new Map([...names].map(([id, name]) => [id, gone.includes(id) ? name + leftMark : name]))
  known.set(key, withMarks)
  return withMarks
}

/** The ecosystem with the names that organisations have beside what is on one map. */
export function onMap<E extends { organisations: Names; rows: SeenRows }>(ecosystem: E, mapId: string): E {
  const organisations = withLeftMarks(ecosystem.organisations, ecosystem.rows, mapId)
  return organisations === ecosystem.organisations ? ecosystem : { ...ecosystem, organisations }
}

const placesOn = (mapId: string, rows: SeenRows) =>
  rows.list('participant', 'mapId', mapId).filter(({ deleted }) => !deleted)

const marked = new WeakMap<Names, Map<string, Names>>()
