// Asking for another place for a card that is not ours to move.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Journey } from '../journey/journey.ts'
import { type Move, rankIn } from './fromFlow.ts'

/** One card dropped on another lane or stage; nothing where several are moved, or it stays in its stage. */
export function proposeMove({ cardIds, to, before }: Move, journey: Journey): ActionInput[] {
  const [cardId = '', ...others] = cardIds
  const touchpoint = journey.cards.get(cardId)?.touchpoint
  if (!touchpoint || others.length > 0) return []
  const { laneId, stageId } = to
  if (touchpoint.laneId === laneId && touchpoint.stageId === stageId) return []
  const rank = rankIn({ laneId, stageId }, before, journey)
  return [{ type: 'move.propose', id: crypto.randomUUID(), touchpointId: cardId, laneId, stageId, rank }]
}
