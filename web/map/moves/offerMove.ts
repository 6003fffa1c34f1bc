import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Move } from '../gestures/fromFlow.ts'
import { proposeMove } from '../gestures/proposeMove.ts'
import type { Proposing } from '../mapState.ts'
import type { MapCommands } from '../useMapCommands.ts'

/** What one may propose instead of a move that would be refused; null where the move is ours, or not to be proposed. */
export function offerMove(
  move: Move,
  actions: readonly ActionInput[],
  at: Proposing['at'],
  commands: Pick<MapCommands, 'view' | 'whyNot'>,
): Proposing | null {
  if (actions.length === 0 || commands.whyNot(actions) === null) return null
  const proposal = proposeMove(move, commands.view.journey)
  const [cardId = ''] = move.cardIds
  if (proposal.length === 0 || commands.whyNot(proposal) !== null) return null
  return { cardId, place: move.to, actions: proposal, at }
}
