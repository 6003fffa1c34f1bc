import type { OnConnectEnd } from '@xyflow/react'
import { type RefObject, useCallback, useState } from 'react'
import { connect, crossesParties } from '../gestures/fromFlow.ts'
import { useCommands } from '../MapContext.tsx'
import type { ConnectChoiceProps } from './ConnectChoice.tsx'

/** Drawing a link from a card's edge to another card; between two parties it is asked what it means. */
export function useConnecting(surface: RefObject<HTMLElement | null>) {
  const commands = useCommands()
  const [choice, setChoice] = useState<ConnectChoiceProps | null>(null)

  const end: OnConnectEnd = useCallback(
    (event, { fromNode }) => {
      commands.hold(false)
      const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0]! : event
      const target = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-card]')
      const to = target?.dataset.card
      if (!fromNode || !to || to === fromNode.id) return
      const { journey, drawing } = commands.view
      if (!crossesParties(fromNode.id, to, journey)) {
        commands.change([connect(fromNode.id, to, {}, journey, drawing)], 'Link')
        return
      }
      const room = surface.current?.getBoundingClientRect()
      const at = { x: clientX - (room?.left ?? 0), y: clientY - (room?.top ?? 0) }
      setChoice({ from: fromNode.id, to, at, onDone: () => setChoice(null) })
    },
    [commands, surface],
  )
  return { choice, end }
}
