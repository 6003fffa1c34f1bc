// The journey as text in reading order: lanes, their stages, the touchpoints in them.
import type { Stage } from '../../../shared/model/rows.ts'
import { cardsIn } from '../gestures/fromFlow.ts'
import type { Journey, JourneyCard, JourneyLane } from '../journey/journey.ts'

export interface OutlineStage {
  stage: Stage
  cards: JourneyCard[]
}

export interface OutlineLane {
  lane: JourneyLane
  stages: OutlineStage[]
}

/** Stages without touchpoints are kept: that is where one adds the first. */
export function outlineOf(journey: Journey): OutlineLane[] {
  return journey.lanes.map((lane) => ({
    lane,
    stages: (lane.lane.ownStages ? lane.stages : journey.stages).map((stage) => ({
      stage,
      cards: cardsIn({ laneId: lane.id, stageId: stage.id }, journey).filter(({ isFaded }) => !isFaded),
    })),
  }))
}

/** What stands behind a touchpoint's name: how it goes on, in words. */
export function onwardsOf(cardId: string, journey: Journey): string[] {
  return [...journey.links.values()]
    .filter(({ link }) => link.fromTouchpointId === cardId)
    .map(({ link, handoff }) => {
      const target = journey.cards.get(link.toTouchpointId)?.touchpoint.name ?? 'a touchpoint'
      if (handoff) return `hands over ${link.passes || 'something'} to ${handoff.to.partyName}: ${target}`
      return link.kind === 'loopBack' ? `loops back to ${target}` : `leads to ${target}`
    })
}
