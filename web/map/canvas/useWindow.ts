import { useStore, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import type { Drawing } from '../../../shared/layout/types.ts'
import { type Box, contains, grow, SpatialIndex } from '../drawing/spatialIndex.ts'
import { overviewZoom, type Pin } from './pin.ts'
import { nothing, useSlices } from './useSlices.ts'

const marginPixels = 280
const mostSlack = 1.4

/**
 * The cards and links near what one looks at; looked up again only when the view leaves that surrounding. From the
 * overview they come back a few with each frame, painted until then.
 */
export function useWindow(drawing: Drawing, pin: Pin | null) {
  const store = useStoreApi()
  const index = useMemo(() => new SpatialIndex(drawing), [drawing])
  const [box, setBox] = useState<Box>(() => surroundings(store.getState()))
  const isFar = useStore(({ transform }) => transform[2] < overviewZoom)
  useEffect(() => {
    const look = () => {
      const state = store.getState()
      setBox((known) => {
        const view = viewOf(state)
        const now = surroundings(state)
        // Looked at from further away: most of it would be drawn for nothing.
        const isTooLarge = known.maxX - known.minX > mostSlack * (now.maxX - now.minX)
        return contains(known, view) && !isTooLarge ? known : now
      })
    }
    look()
    return store.subscribe((state, before) => {
      const isMoved = state.transform !== before.transform
      if (isMoved || state.width !== before.width || state.height !== before.height) look()
    })
  }, [store])
  const near = useMemo(() => {
    if (isFar) return nothing
    const inView = index.within(box)
    if (!pin) return inView
    const pinned = index.within({ ...box, minY: pin.top, maxY: pin.bottom })
    return {
      cards: new Set([...inView.cards, ...pinned.cards]),
      links: new Set([...inView.links, ...pinned.links]),
    }
  }, [index, box, isFar, pin])
  const { visible, isWhole } = useSlices(near, isFar)
  return { visible, isFar, isPainted: isFar || !isWhole, index }
}

interface Looking {
  transform: readonly [number, number, number]
  width: number
  height: number
}

function viewOf({ transform: [x, y, zoom], width, height }: Looking): Box {
  return { minX: -x / zoom, minY: -y / zoom, maxX: (width - x) / zoom, maxY: (height - y) / zoom }
}

function surroundings(state: Looking): Box {
  const { width, height } = state
  const sized = width > 0 ? state : { ...state, width: 1440, height: Math.max(height, 900) }
  return grow(viewOf(sized), marginPixels / state.transform[2])
}
