import { useStoreApi } from '@xyflow/react'
import { type RefObject, useLayoutEffect } from 'react'

/**
 * Lets what stands directly within an element beside the canvas follow its pan and zoom through CSS properties, without
 * rendering anything. Deeper down only the zoom is known: a pan then asks no other element for its style.
 */
export function useViewportStyle(element: RefObject<HTMLElement | null>): void {
  const store = useStoreApi()
  useLayoutEffect(() => {
    const follow = ([x, y, zoom]: readonly [number, number, number]) => {
      const style = element.current?.style
      if (!style) return
      style.setProperty('--pan-x', `${x}px`)
      style.setProperty('--pan-y', `${y}px`)
      if (style.getPropertyValue('--zoom') !== String(zoom)) style.setProperty('--zoom', String(zoom))
    }
    follow(store.getState().transform)
    return store.subscribe((state, before) => {
      if (state.transform !== before.transform) follow(state.transform)
    })
  }, [store, element])
}

/** Left and width (or top and height) of a stretch of the drawing, in the canvas's own pixels. */
export function across(from: number, length: number) {
  return {
    left: `calc(${from}px * var(--zoom) + var(--pan-x))`,
    width: `calc(${length}px * var(--zoom))`,
  }
}

/** As `down`, for what stays at the bottom of the canvas: `bottom` of the drawing lies on its lower edge. */
export function atBottom(from: number, length: number, bottom: number) {
  return {
    top: `calc(100% - ${bottom - from}px * var(--zoom))`,
    height: `calc(${length}px * var(--zoom))`,
  }
}

export function down(from: number, length: number) {
  return {
    top: `calc(${from}px * var(--zoom) + var(--pan-y))`,
    height: `calc(${length}px * var(--zoom))`,
  }
}
