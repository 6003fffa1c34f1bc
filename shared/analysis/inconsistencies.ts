import type { Mark } from '../model/rows.ts'
import { onMaps, type SeenRows } from './seenRows.ts'

/** Something that pains and delights at once: the experience depends on when, where or for whom. */
export interface Inconsistency {
  targetKind: 'touchpoint' | 'link'
  targetId: string
  mapId: string
  pains: Mark[]
  delights: Mark[]
}

/** One for each touchpoint or handoff that is marked as pain and as delight. */
export function inconsistencies(rows: SeenRows): Inconsistency[] {
  const byTarget = new Map<string, Mark[]>()
  for (const mark of onMaps('mark', rows)) {
    if (mark.unplacedFrom === null)
      byTarget.set(mark.targetId, [...(byTarget.get(mark.targetId) ?? []), mark])
  }
  return [...byTarget.values()].flatMap((marks) => {
    const pains = marks.filter((mark) => mark.kind === 'pain')
    const delights = marks.filter((mark) => mark.kind === 'delight')
    if (pains.length === 0 || delights.length === 0) return []
    const { targetKind, targetId, mapId } = marks[0]!
    return [{ targetKind, targetId, mapId, pains, delights }]
  })
}
