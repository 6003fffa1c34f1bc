// The journey as text in reading order: lanes, their stages, the touchpoints in them.
import type { Stage } from '../../../shared/model/rows.ts'
import { onwardWords } from '../canvas/linkWords.ts'
import type { Cell } from '../drawing/cells.ts'
import { cardsIn } from '../gestures/fromFlow.ts'
import type { CardSide, Journey, JourneyCard, JourneyLane } from '../journey/journey.ts'
import { byRank } from '../journey/readJourney.ts'

/** A touchpoint under one of the lanes that live it. */
export interface OutlineCard {
  id: string
  card: JourneyCard
  /** What this lane calls it. */
  name: string
  /** Null in its own lane. */
  side: CardSide | null
}

export interface OutlineStage {
  stage: Stage
  cards: OutlineCard[]
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
      cards: partsIn({ laneId: lane.id, stageId: stage.id }, journey),
    })),
  }))
}

function partsIn(cell: Cell, journey: Journey): OutlineCard[] {
  const own = cardsIn(cell, journey).map((card) => ({
    row: card.touchpoint,
    part: { id: card.id, card, name: card.touchpoint.name, side: null },
  }))
  const shared = [...journey.sides.values()].flatMap((side) => {
    const card = journey.cards.get(side.cardId)
    const isHere = side.laneId === cell.laneId && side.side.stageId === cell.stageId
    return card && isHere ? [{ row: side.side, part: { id: side.id, card, name: side.label, side } }] : []
  })
  return [...own, ...shared]
    .sort((left, right) => byRank(left.row, right.row))
    .map(({ part }) => part)
    .filter(({ card }) => !card.isFaded)
}

/** What stands behind a touchpoint's name: how it goes on, in words. */
export function onwardsOf(cardId: string, journey: Journey): { linkId: string; words: string }[] {
  return [...journey.links.values()]
    .filter(({ link }) => link.fromTouchpointId === cardId)
    .map((item) => ({ linkId: item.id, words: onwardWords(item, journey) }))
}

/** With whom it is one touchpoint, seen from one of its lanes. */
export function sharedWords(card: JourneyCard, seenFrom: CardSide | null, journey: Journey): string[] {
  const home = journey.lanes.find(({ id }) => id === card.laneId)?.name
  if (seenFrom) {
    const own = `${home}: ${card.touchpoint.name}`
    return [seenFrom.isProposed ? `asked to live it together with ${own}` : `lived together with ${own}`]
  }
  return card.sides.map(({ partyName, label, isProposed }) =>
    isProposed ? `${partyName} is asked to live it together` : `lived together with ${partyName}: ${label}`,
  )
}
