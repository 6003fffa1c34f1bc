import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { type MoveProposal, proposeMove } from '../gestures/proposeMove.ts'
import type { Proposing } from '../mapState.ts'
import type { MapCommands } from '../useMapCommands.ts'
import { isInPlace } from './isInPlace.ts'

type Commands = Pick<MapCommands, 'view' | 'whyNot' | 'change'>

/** Moves cards; where some are not ours to move, asks whether to propose the same of those. `at` is where they were let go. */
export function moveOrPropose(
  actions: readonly ActionInput[],
  title: string,
  at: Proposing['at'],
  commands: Commands,
): void {
  if (commands.whyNot(actions) === null) {
    commands.change(actions, title)
    return
  }
  const { ours, asked, staying } = sortMoves(actions, commands)
  const all = [...ours, ...asked]
  if (asked.length > 0 && commands.whyNot(all) === null) {
    const proposing = { ours: ours.flatMap(cardOf), asked, staying, actions: all, at }
    commands.view.setState((state) => ({ ...state, proposing }))
    // What is not ours and would stay where it is anyway needs no word.
  } else commands.change(asked.length + staying.length === 0 ? ours : actions, title)
}

function sortMoves(actions: readonly ActionInput[], commands: Commands) {
  const { journey } = commands.view
  const moving = new Set(actions.flatMap(cardOf))
  const ours: ActionInput[] = []
  const asked: MoveProposal[] = []
  const staying: Proposing['staying'] = []
  for (const action of actions) {
    const card = action.type === 'touchpoint.change' ? journey.cards.get(action.id) : undefined
    if (!card || action.type !== 'touchpoint.change' || commands.whyNot([action]) === null) {
      ours.push(action)
      continue
    }
    const proposal = proposeMove(card, action.fields)
    if (isInPlace(card.touchpoint, proposal, journey, moving)) continue
    const reason = commands.whyNot([proposal])
    if (reason === null) asked.push(proposal)
    else staying.push({ cardId: card.id, reason })
  }
  return { ours, asked, staying }
}

function cardOf(action: ActionInput): string[] {
  return action.type === 'touchpoint.change' ? [action.id] : []
}
