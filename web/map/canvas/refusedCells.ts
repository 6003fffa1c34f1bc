import { allCells, allParts, type Cell } from '../drawing/cells.ts'
import { moveCards } from '../gestures/fromFlow.ts'
import { moveSide, whyNotInLane } from '../gestures/moveSide.ts'
import { whyNotMoveOrPropose } from '../moves/moveOrPropose.ts'
import type { MapCommands } from '../useMapCommands.ts'
import { cellKey, type DropZones } from './Backdrop.tsx'

type Asked = Pick<MapCommands, 'view' | 'whyNot'>

/**
 * The cells that do not take these cards, with the reason. It is asked once for each lane and side of its line of visibility:
 * every stage of a lane takes the same cards.
 */
export function refusedCells(cardIds: readonly string[], commands: Asked): DropZones['refused'] {
  const { drawing, journey } = commands.view
  const [first = ''] = cardIds
  const refused = new Map<string, { cell: Cell; reason: string }>()
  const reasons = new Map<string, string | null>()
  const own = journey.cards.get(first)?.touchpoint ?? journey.sides.get(first)?.side
  const isElsewhere = ({ stageId }: Cell) => stageId !== own?.stageId
  const cells = (journey.sides.has(first) ? allCells : allParts)(drawing, journey)
  // Where it stands already says nothing of its lane: there it may be left without a change.
  const inOrder = [...cells.filter(isElsewhere), ...cells.filter((cell) => !isElsewhere(cell))]
  for (const cell of inOrder) {
    const part = `${cell.laneId} ${cell.customerSees}`
    if (!reasons.has(part)) reasons.set(part, whyNotInto(cell, cardIds, commands))
    const reason = reasons.get(part)
    if (reason) refused.set(cellKey(cell), { cell, reason })
  }
  return refused
}

function whyNotInto(to: Cell, cardIds: readonly string[], commands: Asked): string | null {
  const { drawing, journey, ecosystem } = commands.view
  const [first = ''] = cardIds
  if (journey.sides.has(first))
    return (
      whyNotInLane(first, to.laneId, journey) ??
      commands.whyNot(moveSide({ sideId: first, to, before: null }, journey, ecosystem.rows))
    )
  return whyNotMoveOrPropose(moveCards({ cardIds, to, before: null }, journey, drawing), commands)
}
