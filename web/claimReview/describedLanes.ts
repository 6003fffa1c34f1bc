import { claimReviewsOf } from '../../shared/analysis/claimReviews.ts'
import { living, type SeenRows } from '../../shared/analysis/seenRows.ts'
import type { JourneyMap, Lane, Stage, Touchpoint } from '../../shared/model/rows.ts'

export interface DescribedLane {
  lane: Lane
  map: JourneyMap
  partyName: string
  /** Stages in order with the cards in them that others wrote; empty stages are left out. */
  stages: { stage: Stage; cards: Touchpoint[] }[]
  answered: number
  total: number
}

/**
 * Our lanes with cards that others described.
 * @param also lanes to show although every card in them is answered by now
 */
export function describedLanes(
  rows: SeenRows,
  organisationId: string,
  also: ReadonlySet<string> = new Set(),
): DescribedLane[] {
  const ids = new Set([...also, ...claimReviewsOf(organisationId, rows).map(({ laneId }) => laneId)])
  return [...ids].flatMap((laneId) => {
    const lane = living('lane', laneId, rows)
    const map = lane && living('map', lane.mapId, rows)
    if (!lane || !map) return []
    const cards = rows
      .list('touchpoint', 'laneId', laneId)
      .filter(
        (card) => !card.deleted && card.state === 'accepted' && card.addedByOrganisationId !== organisationId,
      )
    const answered = cards.filter(({ review }) => review !== 'described').length
    const partyName = lane.name || (rows.get('party', lane.partyId)?.name ?? '')
    return [{ lane, map, partyName, stages: byStage(cards, rows), answered, total: cards.length }]
  })
}

function byStage(cards: readonly Touchpoint[], rows: SeenRows): DescribedLane['stages'] {
  const stages = [...new Set(cards.map(({ stageId }) => stageId))]
    .map((id) => rows.get('stage', id))
    .filter((stage) => stage !== undefined)
    .sort(byRank)
  return stages.map((stage) => ({
    stage,
    cards: cards.filter(({ stageId }) => stageId === stage.id).sort(byRank),
  }))
}

function byRank(left: { rank: string }, right: { rank: string }): number {
  return left.rank < right.rank ? -1 : 1
}
