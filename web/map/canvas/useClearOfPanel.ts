import { useSearch } from '@tanstack/react-router'
import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { sizes } from '../../theme/tokens.ts'
import { useCommands } from '../MapContext.tsx'

const clearance = 24

/** When the panel opens over the card it is about, the canvas pans until the card stands beside it. */
export function useClearOfPanel(surface: RefObject<HTMLElement | null>): void {
  const { select } = useSearch({ from: '/signedIn/ecosystems/$ecosystemId/maps/$mapId' })
  const commands = useCommands()
  const flow = useReactFlow()
  useEffect(() => {
    const room = surface.current?.clientWidth ?? 0
    const { drawing } = commands.view
    const card = drawing.cards.find(({ id }) => id === select)
    const label = drawing.links.find(({ id }) => id === select)?.label
    const right = card ? card.x + card.width : label ? label.x + 90 : null
    if (right === null || room < 2 * sizes.panel) return
    const { x, y, zoom } = flow.getViewport()
    const over = right * zoom + x - (room - sizes.panel - clearance)
    if (over > 0) void flow.setViewport({ x: x - over, y, zoom }, { duration: 180 })
  }, [select, commands, flow, surface])
}
