import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { type MoveProposal, proposeMove } from '../gestures/proposeMove.ts'
import type { Proposing } from '../mapState.ts'
import type { MapCommands } from '../useMapCommands.ts'
import { isInPlace } from './isInPlace.ts'

type Asked = Pick<MapCommands, 'view' | 'whyNot'>

/** Moves cards; where some are not ours to move, asks whether to propose the same of those. `at` is where they were let go. */
export function moveOrPropose(
  actions: readonly ActionInput[],
  title: string,
  at: Proposing['at'],
  commands: Asked & Pick<MapCommands, 'change'>,
): void {
  if (commands.whyNot(actions) === null) {
    commands.change(actions, title)
    return
  }
  const sorted = sortMoves(actions, commands)
  if (canBeAsked(sorted, commands)) {
    const { ours, asked, staying } = sorted
    const proposing = { ours: ours.flatMap(cardOf), asked, staying, actions: [...ours, ...asked], at }
    commands.view.setState((state) => ({ ...state, proposing }))
    return
  }
  commands.change(isIdle(sorted) ? sorted.ours : actions, title)
}

/** Why cards can go to a place neither at once nor, as far as they are not ours, by a proposal. */
export function whyNotMoveOrPropose(actions: readonly ActionInput[], commands: Asked): string | null {
  const reason = commands.whyNot(actions)
  if (reason === null) return null
  const sorted = sortMoves(actions, commands)
  return isIdle(sorted) || canBeAsked(sorted, commands) ? null : reason
}

type Sorted = ReturnType<typeof sortMoves>

/** What is not ours would stay where it is anyway, and needs no word. */
function isIdle({ asked, staying }: Sorted): boolean {
  return asked.length + staying.length === 0
}

function canBeAsked({ ours, asked }: Sorted, commands: Asked): boolean {
  return asked.length > 0 && commands.whyNot([...ours, ...asked]) === null
}

function sortMoves(actions: readonly ActionInput[], commands: Asked) {
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
