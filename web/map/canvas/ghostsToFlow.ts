// Cards at the places somebody proposes for them, for React Flow: nothing is linked to them, and they are not dragged.
import type { Node } from '@xyflow/react'
import type { CardMove, JourneyCard } from '../journey/journey.ts'
import type { Showing } from './toFlow.ts'

export interface GhostData extends Record<string, unknown> {
  ghost: CardMove
  card: JourneyCard
  /** Its touchpoint is the one the keys stand on. */
  focused: boolean
}
export type GhostNodeType = Node<GhostData, 'ghost'>

export function ghostNodes({ drawing, journey, visible, focusedId }: Showing): GhostNodeType[] {
  return drawing.cards.flatMap((drawn): GhostNodeType[] => {
    const { id, x, y, width, height } = drawn
    const ghost = visible.cards.has(id) ? journey.ghosts.get(id) : undefined
    const card = ghost && journey.cards.get(ghost.cardId)
    if (!ghost || !card) return []
    return [
      {
        ...{ id, type: 'ghost', position: { x, y }, width, height, measured: { width, height } },
        ...{ draggable: false, selectable: false, connectable: false },
        data: { ghost, card, focused: ghost.cardId === focusedId },
      },
    ]
  })
}
