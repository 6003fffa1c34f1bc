import { useStoreApi } from '@xyflow/react'
import { type RefObject, useLayoutEffect } from 'react'
import type { Looking } from './pin.ts'

type Axis = 'x' | 'y' | 'both'

/** From where to where something reaches, in the drawing. */
interface Stretch {
  from: number
  length: number
}

/** Calls `follow` with each pan, each zoom and each new height of the canvas, and after each render; itself it renders nothing. */
export function useFollowing(follow: (looking: Looking) => void): void {
  const store = useStoreApi()
  useLayoutEffect(() => {
    follow(store.getState())
    return store.subscribe((state, before) => {
      if (state.transform !== before.transform || state.height !== before.height) follow(state)
    })
  })
}

/**
 * Lets an element beside the canvas follow its pan as a whole, without rendering anything and without asking what
 * stands in it for its style or place; the zoom is a CSS property.
 * @param axis along which it pans
 * @param also follows what an element cannot do as a whole
 */
export function useViewportStyle(
  element: RefObject<HTMLElement | null>,
  axis: Axis = 'both',
  also?: (element: HTMLElement, looking: Looking) => void,
): void {
  useFollowing((looking) => {
    if (!element.current) return
    const [x, y, zoom] = looking.transform
    // Whole pixels: words and lines stay sharp.
    const shift = [axis === 'y' ? 0 : Math.round(x), axis === 'x' ? 0 : Math.round(y)]
    element.current.style.translate = `${shift[0]}px ${shift[1]}px`
    setZoom(element.current, zoom)
    also?.(element.current, looking)
  })
}

/** Tells what lies within an element the zoom, where it is another. */
export function setZoom({ style }: HTMLElement, zoom: number): void {
  if (style.getPropertyValue('--zoom') !== String(zoom)) style.setProperty('--zoom', String(zoom))
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
