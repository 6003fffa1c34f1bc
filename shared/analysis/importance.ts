// What counts and does not work: importance beside performance, as each organisation sees it.
import type { Perspective } from '../model/rows.ts'
import type { ReviewFilter } from './reviewFilter.ts'
import type { ReviewItem } from './reviewItem.ts'
import { living, onMaps, type SeenRows } from './seenRows.ts'

export const importances = [
  'importanceForPerception',
  'importanceForDecision',
  'importanceForLoyalty',
] as const
export type Importance = (typeof importances)[number]

export interface ImportanceGap {
  touchpointId: string
  mapId: string
  /** The party of its lane. */
  partyId: string | null
  isMomentOfTruth: boolean
  name: string
  view: Perspective
  performance: number
  /** The highest of its three importances. */
  importance: number
  /** How far the performance lies below it. */
  gap: number
}

/** Below this a touchpoint is not important enough to be listed. */
const importantFrom = 6

/** @returns views one may see that find a touchpoint important and its performance below that; the widest gap first */
export function importantAndWeak(rows: SeenRows): ImportanceGap[] {
  return onMaps('perspective', rows)
    .flatMap((view): ImportanceGap[] => {
      const touchpoint =
        view.targetKind === 'touchpoint' ? living('touchpoint', view.targetId, rows) : undefined
      const importance = highestImportance(view)
      const { performance } = view
      if (!touchpoint || importance === null || performance === null) return []
      if (importance < importantFrom || performance >= importance) return []
      const { id: touchpointId, mapId, laneId, name } = touchpoint
      const partyId = rows.get('lane', laneId)?.partyId ?? null
      const marks = rows.list('mark', 'targetId', touchpointId).filter((mark) => !mark.deleted)
      const isMomentOfTruth = marks.some(({ kind }) => kind === 'momentOfTruth')
      const found = { touchpointId, mapId, partyId, isMomentOfTruth, name }
      return [{ ...found, view, performance, importance, gap: importance - performance }]
    })
    .sort(
      (left, right) =>
        right.gap - left.gap || right.importance - left.importance || (left.view.id < right.view.id ? -1 : 1),
    )
}

/** The gaps that meet a filter of the review. @param items what is to be reviewed, which knows the reasons */
export function filterGaps(
  gaps: readonly ImportanceGap[],
  { mapId, partyId, organisationId, reason, momentsOfTruthOnly }: ReviewFilter,
  items: readonly ReviewItem[],
): ImportanceGap[] {
  const reasonsOf = new Map(items.map(({ id, reasons }) => [id, reasons]))
  return gaps.filter(
    (gap) =>
      (mapId === undefined || gap.mapId === mapId) &&
      (partyId === undefined || gap.partyId === partyId) &&
      (organisationId === undefined || gap.view.organisationId === organisationId) &&
      (reason === undefined || reasonsOf.get(gap.touchpointId)?.includes(reason)) &&
      (!momentsOfTruthOnly || gap.isMomentOfTruth),
  )
}

export function highestImportance(view: Perspective): number | null {
  const said = importances.map((key) => view[key]).filter((score) => score !== null)
  return said.length > 0 ? Math.max(...said) : null
}
