import { useStoreApi } from '@xyflow/react'
import { type RefObject, useLayoutEffect } from 'react'
import type { Looking } from './pin.ts'

type Axis = 'x' | 'y' | 'both'

/** From where to where something reaches, in the drawing. */
interface Stretch {
  from: number
  length: number
}

/**
 * Lets an element beside the canvas follow its pan as a whole, without rendering anything and without asking what
 * stands in it for its style or place; the zoom is a CSS property.
 * @param axis along which it pans
 * @param also follows what an element cannot do as a whole, after each render as well
 */
export function useViewportStyle(
  element: RefObject<HTMLElement | null>,
  axis: Axis = 'both',
  also?: (element: HTMLElement, looking: Looking) => void,
): void {
  const store = useStoreApi()
  useLayoutEffect(() => {
    const follow = (looking: Looking) => {
      if (!element.current) return
      const [x, y, zoom] = looking.transform
      const { style } = element.current
      // Whole pixels: words and lines stay sharp.
      style.translate = `${axis === 'y' ? 0 : Math.round(x)}px ${axis === 'x' ? 0 : Math.round(y)}px`
      if (style.getPropertyValue('--zoom') !== String(zoom)) style.setProperty('--zoom', String(zoom))
      also?.(element.current, looking)
    }
    follow(store.getState())
    return store.subscribe((state, before) => {
      if (state.transform !== before.transform || state.height !== before.height) follow(state)
    })
  })
}

/** Left and width (or top and height) of a stretch of the drawing, in the canvas's own pixels. */
export function across(from: number, length: number) {
  return { left: `calc(${from}px * var(--zoom))`, width: `calc(${length}px * var(--zoom))` }
}

export function down(from: number, length: number) {
  return { top: `calc(${from}px * var(--zoom))`, height: `calc(${length}px * var(--zoom))` }
}

/** Keeps what is said of a stretch in sight while only its end is. @returns pixels by which its beginning is out of sight */
export function hiddenOf({ from, length }: Stretch, pan: number, zoom: number): number {
  return Math.max(0, Math.min(length * zoom, -from * zoom - pan))
}
