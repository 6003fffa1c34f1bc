import type { ReviewItem, ReviewReason } from './reviewItem.ts'

/** Absent means any. */
export interface ReviewFilter {
  mapId?: string
  /** Items in this party's lane, and handoffs it takes part in. */
  partyId?: string
  /** Items about which this organisation says something. */
  organisationId?: string
  reason?: ReviewReason
  momentsOfTruthOnly?: boolean
}

/** Items that meet all of the filter; what it leaves out narrows nothing. */
export function filterReview(items: readonly ReviewItem[], filter: ReviewFilter): ReviewItem[] {
  return items.filter(
    (item) =>
      (filter.mapId === undefined || item.mapId === filter.mapId) &&
      (filter.partyId === undefined || item.partyIds.includes(filter.partyId)) &&
      (filter.organisationId === undefined ||
        item.voices.some((voice) => voice.organisationId === filter.organisationId)) &&
      (filter.reason === undefined || item.reasons.includes(filter.reason)) &&
      (!filter.momentsOfTruthOnly || item.isMomentOfTruth),
  )
}
