import type { Touchpoint } from '../model/rows.ts'
import { onMaps, type SeenRows } from './seenRows.ts'

/** A lane with cards that others described and its organisation has not called right, corrected or not ours yet. */
export interface ClaimReview {
  laneId: string
  mapId: string
  partyId: string
  toReview: Touchpoint[]
  total: number
  describedByOrganisationIds: string[]
}

/** Lanes of this organisation, on any map, with cards it has not called right, corrected or not ours. */
export function claimReviewsOf(organisationId: string, rows: SeenRows): ClaimReview[] {
  return claimReviews(rows, (holder) => holder === organisationId)
}

/** Lanes of others with cards that this organisation described and they have not called right, corrected or not theirs. */
export function awaitedReviewsOf(organisationId: string, rows: SeenRows): ClaimReview[] {
  return claimReviews(rows, (holder) => holder !== organisationId).flatMap((review) => {
    const toReview = review.toReview.filter((card) => card.addedByOrganisationId === organisationId)
    return toReview.length > 0 ? [{ ...review, toReview, describedByOrganisationIds: [organisationId] }] : []
  })
}

function claimReviews(rows: SeenRows, isOf: (holder: string) => boolean): ClaimReview[] {
  return onMaps('lane', rows)
    .filter((lane) => {
      const holder = rows.get('party', lane.partyId)?.heldByOrganisationId
      return holder !== null && holder !== undefined && isOf(holder)
    })
    .map((lane) => {
      const cards = rows
        .list('touchpoint', 'laneId', lane.id)
        .filter((card) => !card.deleted && card.state === 'accepted')
      const toReview = cards.filter((card) => card.review === 'described')
      const describedByOrganisationIds = [...new Set(toReview.map((card) => card.addedByOrganisationId))]
      const { id: laneId, mapId, partyId } = lane
      return { laneId, mapId, partyId, toReview, total: cards.length, describedByOrganisationIds }
    })
    .filter((review) => review.toReview.length > 0)
}
