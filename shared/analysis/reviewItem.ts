import type { Mark } from '../model/rows.ts'
import type { HandoffEntry } from './handoffs.ts'
import type { Voice } from './voices.ts'

/**
 * Why something is on the list. `apart`: scores of the organisations lie at least 4 points from each other;
 * `inconsistent`: marked as a pain and as a delight at once.
 */
export type ReviewReason = 'pain' | 'disputed' | 'changed' | 'late' | 'apart' | 'inconsistent'

export interface ReviewItem {
  kind: 'touchpoint' | 'handoff'
  /** Id of the touchpoint or link. */
  id: string
  mapId: string
  mapName: string
  /** A touchpoint's name, or what a handoff passes. */
  title: string
  /** Where it is on the map; for a handoff, where it arrives. */
  touchpointId: string
  laneId: string
  stageId: string
  /** The party of the lane; both parties of a handoff, the sending one first. */
  partyIds: string[]
  reasons: ReviewReason[]
  isMomentOfTruth: boolean
  marks: Mark[]
  voices: Voice[]
  handoff: HandoffEntry | null
  /** Higher is more urgent; only for ranking. */
  severity: number
}
