import type { Touchpoint } from '../model/rows.ts'
import { onMaps, type SeenRows } from './seenRows.ts'

/** A lane of ours with cards that others described and we have not called right, corrected or not ours yet. */
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
  return onMaps('lane', rows)
    .filter((lane) => rows.get('party', lane.partyId)?.heldByOrganisationId === organisationId)
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
