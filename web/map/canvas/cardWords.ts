import { isDefined } from '../../../shared/model/touchpoint.ts'
import type { Journey, JourneyCard } from '../journey/journey.ts'
import { channelNames, kindNames } from '../words.ts'
import { ownerWords } from './ownerWords.ts'
import { performanceWords } from './performanceWords.ts'
import { turnWords } from './turnWords.ts'

export const behindTheScenes = 'behind the scenes, the end customer does not see it'

/** A card in one sentence, for those who do not see it. */
export function cardWords(card: JourneyCard, place: string): string {
  const { name, kind, channel, layer, state, customerSees } = card.touchpoint
  const standing =
    state === 'proposed' ? 'proposed' : card.isDashed ? 'described by others, not yet confirmed' : ''
  const owners = card.owners.map(ownerWords)
  const sides = card.sides.map(({ partyName, label, isProposed }) =>
    isProposed ? `${partyName} is asked to share it` : `one with ${partyName}, there called ${label}`,
  )
  const moves = card.moves.map(({ by, where }) => `${by} proposes to move it ${where}`)
  const marks = [
    card.marks.has('momentOfTruth') ? 'moment of truth' : '',
    card.marks.has('pain') ? 'pain' : '',
    card.marks.has('delight') ? 'delight' : '',
  ]
  const isWhat = [name, place, ...sides, ...moves, kindNames[kind]]
  if (card.detail === 'plain') return [...isWhat, standing].filter(Boolean).join('; ')
  const parts = [
    ...isWhat,
    ...turnWords(card.touchpoint),
    channel ? `by ${channelNames[channel]}` : '',
    layer ? `${layer} layer` : '',
    isDefined(card.touchpoint) ? 'experience defined' : '',
    customerSees ? '' : behindTheScenes,
    owners.length > 0 ? owners.join(', ') : 'nobody owns it yet',
    ...marks,
    ...(kind === 'decision' ? card.feelings.map(({ words }) => words) : []),
    card.performance ? performanceWords(card.performance) : '',
    standing,
    card.hasPrivateView ? 'has a private view of ours' : '',
    card.openThreads > 0 ? sayThreads(card.openThreads) : '',
  ]
  return parts.filter(Boolean).join('; ')
}

/** Its lane and stage. */
export function placeWords(card: JourneyCard, { lanes, stages }: Journey): string {
  const lane = lanes.find(({ id }) => id === card.laneId)
  const all = lane?.lane.ownStages ? lane.stages : stages
  const stage = all.find(({ id }) => id === card.touchpoint.stageId)
  return [lane?.name, stage?.name].filter(Boolean).join(', ')
}

export function sayThreads(count: number): string {
  return count === 1 ? '1 open comment' : `${count} open comments`
}
