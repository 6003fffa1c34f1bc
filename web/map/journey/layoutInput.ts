import type { LayoutCard, LayoutInput, LayoutLink, LayoutStage } from '../../../shared/layout/types.ts'
import { pillSize, usualCard } from '../../../shared/layout/usualSizes.ts'
import type { Touchpoint } from '../../../shared/model/rows.ts'
import type { Journey, JourneyLane, JourneyLink } from './journey.ts'
import { standsAbove } from './lineOfVisibility.ts'
import { linkEnds } from './linkEnds.ts'

/** What the layout draws of a journey: only what the viewer sees goes in, so that nothing else can show. */
export function layoutInputOf(journey: Journey): LayoutInput {
  return {
    lanes: journey.lanes.map(({ id, lane }) => ({ id, ownStages: lane.ownStages })),
    stages: [
      ...journey.stages.map(({ id }): LayoutStage => ({ id, laneId: null })),
      ...journey.lanes.flatMap(stagesOfLane),
    ],
    cards: [
      ...[...journey.cards.values()].map(({ touchpoint }) => placed(touchpoint, journey)),
      ...[...journey.sides.values()].map(({ side }) => placed(side, journey)),
      ...[...journey.ghosts.values()].map(({ move }) => placed({ ...move, column: null }, journey)),
    ],
    links: [...journey.links.values()].map((item) => readLink(item, journey)),
    bonds: [...journey.sides.values()].map(({ id, cardId }) => ({ id, cardId })),
  }
}

/** The row of a drawn stage. Sub-lanes share their parent's stages, which are drawn once in each. */
export function stageIdOf(drawnStageId: string): string {
  return drawnStageId.split('@')[0]!
}

function stagesOfLane(lane: JourneyLane): LayoutStage[] {
  return lane.stages.map(({ id, laneId }) => ({
    id: laneId === lane.id ? id : `${id}@${lane.id}`,
    laneId: lane.id,
  }))
}

function stageInLane(stageId: string, laneId: string, lanes: readonly JourneyLane[]): string {
  const lane = lanes.find(({ id }) => id === laneId)
  return lane?.lane.ownStages && lane.lane.parentLaneId ? `${stageId}@${laneId}` : stageId
}

type Placed = Pick<Touchpoint, 'id' | 'laneId' | 'stageId' | 'rank' | 'column'>

function placed({ id, laneId, stageId, rank, column }: Placed, journey: Journey): LayoutCard {
  const stage = stageInLane(stageId, laneId, journey.lanes)
  const below = !standsAbove(id, journey)
  return { id, laneId, stageId: stage, rank, column, ...(below && { below }), ...usualCard }
}

function readLink({ link, handoff, lateness }: JourneyLink, journey: Journey): LayoutLink {
  const [from, to] = linkEnds(link, journey)
  return {
    id: link.id,
    from,
    to,
    loopBack: link.kind === 'loopBack',
    label: handoff ? pillSize(link.passes, lateness) : null,
  }
}
