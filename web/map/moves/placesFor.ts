import type { Drawing } from '../../../shared/layout/types.ts'
import { allCells } from '../drawing/cells.ts'
import { rankIn } from '../gestures/fromFlow.ts'
import { reorder } from '../gestures/reorder.ts'
import type { Journey, JourneyCard } from '../journey/journey.ts'
import type { Place } from './isInPlace.ts'

interface PlaceFor {
  key: string
  place: Place
  /** What is said after the name of its stage. */
  words: string
}

/** Wherever else a card could stand, without a canvas: last in every other stage, one place on within its own. */
export function placesFor(card: JourneyCard, journey: Journey, drawing: Drawing): PlaceFor[] {
  const { laneId, stageId } = card.touchpoint
  return allCells(drawing, journey).flatMap((cell): PlaceFor[] => {
    if (cell.laneId === laneId && cell.stageId === stageId)
      return [...stepFrom(card, -1, journey), ...stepFrom(card, 1, journey)]
    const place = { ...cell, rank: rankIn(cell, null, journey) }
    return [{ key: `${cell.laneId} ${cell.stageId}`, place, words: '' }]
  })
}

function stepFrom({ id, touchpoint }: JourneyCard, by: -1 | 1, journey: Journey): PlaceFor[] {
  const { laneId, stageId, rank } = touchpoint
  return reorder([id], by, journey).flatMap((action): PlaceFor[] => {
    if (action.type !== 'touchpoint.change') return []
    const { customerSees = null } = action.fields
    const step = by < 0 ? 'earlier' : 'later'
    const side = customerSees ? 'above the line of visibility' : 'below the line of visibility'
    const words = customerSees === null ? `, one place ${step}` : `, ${side}`
    return [{ key: step, place: { laneId, stageId, rank: action.fields.rank ?? rank, customerSees }, words }]
  })
}
