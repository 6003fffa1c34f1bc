import { type OnConnectEnd, useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback } from 'react'
import { connect, crossesParties } from '../gestures/fromFlow.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import type { ConnectChoiceProps } from './ConnectChoice.tsx'

/** Drawing a link from a card's edge to another card; between two parties it is asked, once and in place, what it means. */
export function useConnecting(surface: RefObject<HTMLElement | null>) {
  const commands = useCommands()
  const flow = useReactFlow()
  const { connecting } = useMapView().state

  const end: OnConnectEnd = useCallback(
    (event, { fromNode }) => {
      commands.hold(false)
      const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0]! : event
      const target = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-card]')
      const { journey, drawing } = commands.view
      const from = fromNode && (journey.sides.get(fromNode.id)?.cardId ?? fromNode.id)
      const to = target?.dataset.card
      if (!from || !to || to === from) return
      if (!crossesParties(from, to, journey)) {
        commands.change([connect(from, to, {}, journey, drawing)], 'Link')
        return
      }
      const room = surface.current?.getBoundingClientRect()
      const at = { x: clientX - (room?.left ?? 0), y: clientY - (room?.top ?? 0) }
      commands.view.setState((state) => ({ ...state, connecting: { from, to, at } }))
    },
    [commands, surface],
  )
  return { choice: connecting && choiceFor(connecting), end }

  function choiceFor({ from, to, at }: NonNullable<typeof connecting>): ConnectChoiceProps {
    return { from, to, at: at ?? besideCard(to), onDone: done }
  }

  function besideCard(id: string): { x: number; y: number } {
    const card = commands.view.drawing.cards.find((drawn) => drawn.id === id)
    const { x, y, zoom } = flow.getViewport()
    return card ? { x: card.x * zoom + x, y: (card.y + card.height) * zoom + y } : { x: 40, y: 40 }
  }

  function done() {
    commands.view.setState((state) => ({ ...state, connecting: null }))
    surface.current?.focus()
  }
}
