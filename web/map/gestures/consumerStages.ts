// A consumer lives other stages than a business: what a B2C lane is offered for its own.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Journey, JourneyLane } from '../journey/journey.ts'
import { ranksBetween } from './ranks.ts'
import { placeAmong, sent, standingIn } from './shapes.ts'

export const consumerStages = [
  { name: 'Discover', goal: 'Learn that it exists' },
  { name: 'Consider', goal: 'Know whether it is worth it' },
  { name: 'Buy', goal: 'Get it without effort' },
  { name: 'Receive', goal: 'Have it in good order, when promised' },
  { name: 'Use', goal: 'Have the good of it' },
  { name: 'Get help', goal: 'Have it work again' },
  { name: 'Renew or leave', goal: 'Go on, or go without trouble' },
] as const

/** Whether a lane is a consumer's and still follows the stages of the businesses. */
export function lacksConsumerStages({ lane }: JourneyLane): boolean {
  return lane.nature === 'b2c' && !lane.ownStages && lane.parentLaneId === null
}

/** A consumer's stages for a lane of its own; its cards go to the stage of the same name, else of the same place. */
export function giveConsumerStages(lane: JourneyLane, journey: Journey): ActionInput[] {
  const parts = journey.lanes.filter(({ id, lane: row }) => id === lane.id || row.parentLaneId === lane.id)
  const ranks = ranksBetween(null, null, consumerStages.length)
  const stages = consumerStages.map((stage, index) => {
    return { ...stage, id: crypto.randomUUID() as string, rank: ranks[index]! }
  })
  return [
    ...parts.map(({ id }): ActionInput => ({ type: 'lane.change', id, fields: { ownStages: true } })),
    ...stages.map((stage): ActionInput => {
      return { type: 'stage.add', mapId: journey.map.id, laneId: lane.id, ...stage }
    }),
    ...standingIn(parts, journey).flatMap((card) =>
      sent(card, placeAmong(card.stageId, journey.stages, stages)),
    ),
  ]
}
