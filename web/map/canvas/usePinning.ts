import { useStore, useStoreApi } from '@xyflow/react'
import { createContext, type RefObject, useCallback, useContext, useEffect, useMemo } from 'react'
import type { Drawing, Point } from '../../../shared/layout/types.ts'
import type { Journey } from '../journey/journey.ts'
import styles from './Pinned.module.css'
import { type Pin, pinOf, pinShift, underPin } from './pin.ts'

export interface Pinning {
  /** Null while the customer's lane is in its own place. */
  pin: Pin | null
  /** The same, but null also while a box is drawn to choose cards. */
  inSight: Pin | null
  /** What of the drawing is seen at a point of the canvas. */
  under(point: Point): Point
  /** Where a card or half is seen that lies at a point of the drawing. */
  seen(id: string, point: Point): Point
  /** Height of the canvas above what is pinned, in pixels of the screen. */
  roomAbove(): number
}

export const PinningContext = createContext<Pinning | null>(null)

/** Where things are seen, for what is drawn on the canvas. */
export function useSeen(): Pinning['seen'] {
  const pinning = useContext(PinningContext)
  return pinning ? pinning.seen : (_id, point) => point
}

/** Keeps the customer's lane in sight. What is pinned follows pan and zoom by a property on its elements, without rendering. */
export function usePinning(
  journey: Journey,
  drawing: Drawing,
  surface: RefObject<HTMLElement | null>,
): Pinning {
  const store = useStoreApi()
  const whole = useMemo(() => pinOf(journey, drawing), [journey, drawing])
  const isPinned = useStore((state) => pinShift(whole, state) < 0)
  const pin = isPinned ? whole : null
  const isBoxing = useStore((state) => state.userSelectionActive)
  // A box chooses by the places of the drawing: while one is drawn the lane lies in its own. It stays on the page, where
  // the pointer may be captured by it.
  const shift = useCallback(() => {
    const state = store.getState()
    return state.userSelectionActive ? 0 : pinShift(pin, state)
  }, [pin, store])
  const place = useCallback(() => {
    const value = `${shift()}px`
    for (const element of surface.current?.querySelectorAll<HTMLElement>(`.${styles.pinned}`) ?? []) {
      element.style.setProperty('--pin', value)
    }
  }, [shift, surface])
  useEffect(() => {
    if (!pin) return
    place()
    return store.subscribe((state, before) => {
      const isMoved = state.transform !== before.transform || state.height !== before.height
      if (isMoved || state.userSelectionActive !== before.userSelectionActive) place()
    })
  }, [pin, place, store])
  // What is drawn newly, by whatever render, gets its place before it is painted.
  useEffect(() => {
    const element = surface.current
    if (!pin || !element || typeof MutationObserver === 'undefined') return
    const observer = new MutationObserver(place)
    observer.observe(element, { subtree: true, childList: true, attributeFilter: ['class'] })
    return () => observer.disconnect()
  }, [pin, place, surface])
  return useMemo(
    () => ({
      pin,
      inSight: isBoxing ? null : pin,
      under: (point) => underPin(pin, shift(), point),
      seen: (id, { x, y }) => ({ x, y: pin?.ids.has(id) ? y + shift() : y }),
      roomAbove: () => {
        const { height, transform } = store.getState()
        return pin ? height - (pin.bottom - pin.top) * transform[2] : height
      },
    }),
    [pin, isBoxing, shift, store],
  )
}
