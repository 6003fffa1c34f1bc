import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { mergeInto } from '../../../shared/edits/sameTouchpoint.ts'
import type { Author } from '../../../shared/rules/author.ts'
import { keepsLane } from '../../../shared/rules/standing.ts'
import type { MapView } from '../useMap.ts'

/**
 * Two cards of two parties become one touchpoint in both lanes. The card of a lane we keep stays and is shared with the
 * lane of the other; that one's card goes at once where we keep both lanes, else when its organisation accepts.
 */
export function together(
  from: string,
  to: string,
  { journey, ecosystem }: Pick<MapView, 'journey' | 'ecosystem'>,
): ActionInput[] {
  const { rows, author } = ecosystem
  const cards = [journey.cards.get(from), journey.cards.get(to)]
  const [stays, goes] = keeps(cards[0]?.laneId) || !keeps(cards[1]?.laneId) ? cards : cards.toReversed()
  if (!stays || !goes) return []
  const { laneId, stageId, rank, name } = goes.touchpoint
  const place = { laneId, stageId, rank, name }
  const share: ActionInput = { type: 'side.add', id: crypto.randomUUID(), touchpointId: stays.id, ...place }
  const keepsBoth = keeps(stays.laneId) && keeps(goes.laneId)
  return keepsBoth ? [share, ...mergeInto(stays.id, goes.id, rows, () => crypto.randomUUID())] : [share]

  function keeps(laneId: string | undefined): boolean {
    return laneId !== undefined && keepsLane(author as Author, laneId, rows)
  }
}
