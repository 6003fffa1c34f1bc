import { type PointerEvent, useCallback, useEffect, useRef } from 'react'
import { useCommands } from '../MapContext.tsx'

const rightButton = 2

/**
 * Notices a hand on the canvas, from pressing to letting go: dragging a card, drawing a link, pulling the map along.
 * Meanwhile nothing may slip away from under it.
 */
export function useHand() {
  const commands = useCommands()
  const unwatch = useRef(() => {})
  useEffect(() => () => unwatch.current(), [])

  const press = useCallback(
    (event: PointerEvent) => {
      if (event.button === rightButton) return
      unwatch.current()
      const { pointerId } = event
      const release = (later: globalThis.PointerEvent) => {
        if (later.pointerId !== pointerId) return
        // A button let go where nobody could hear it: the hand is off all the same.
        if (later.type === 'pointermove' && later.buttons !== 0) return
        unwatch.current()
        // The mouse is told of its release after the pointer: what is dropped must find everything in its place.
        setTimeout(() => commands.hold(false), 0)
      }
      const kinds = ['pointerup', 'pointercancel', 'pointermove'] as const
      for (const kind of kinds) window.addEventListener(kind, release, true)
      unwatch.current = () => {
        for (const kind of kinds) window.removeEventListener(kind, release, true)
        unwatch.current = () => {}
      }
      commands.hold(true)
    },
    [commands],
  )
  return press
}
