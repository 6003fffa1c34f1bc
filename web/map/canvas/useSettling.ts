import { useReactFlow, type Viewport } from '@xyflow/react'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Drawing, DrawnCard } from '../../../shared/layout/types.ts'
import type { Pinning } from './usePinning.ts'

const settleMilliseconds = 180
const clearance = 24
const slip = 150

/**
 * When the drawing changes, the card one points at (else the focused one, else the one nearest to the middle) stays
 * where it is on screen and the rest glides to its place. @returns true while it does.
 */
export function useSettling(
  drawing: Drawing,
  focusedId: string | null,
  surface: RefObject<HTMLElement | null>,
  pinning: Pinning,
): boolean {
  const flow = useReactFlow()
  const before = useRef(drawing)
  const focusBefore = useRef(focusedId)
  const [isSettling, setSettling] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new drawing settles, not a new focus
  useLayoutEffect(() => {
    const earlier = before.current
    before.current = drawing
    if (earlier === drawing || earlier.cards.length === 0) return
    const anchor = anchorOf(earlier, drawing)
    if (anchor) {
      const { x, y, zoom } = flow.getViewport()
      const height = surface.current?.clientHeight ?? 0
      const moved = y - anchor.dy * zoom
      // A drawing that fits is never pushed out at the top by what grew above the anchor.
      const fits = drawing.height * zoom <= height
      const kept = fits ? Math.max(0, Math.min(height - drawing.height * zoom, moved)) : moved
      void flow.setViewport(revealed({ x: x - anchor.dx * zoom, y: kept, zoom }))
    }
    setSettling(true)
    const timer = setTimeout(() => setSettling(false), settleMilliseconds)
    return () => clearTimeout(timer)
  }, [drawing])
  useLayoutEffect(() => {
    focusBefore.current = focusedId
  })
  return isSettling

  /** A card one has just made or gone on to never hides behind the headers or beyond an edge. */
  function revealed(view: Viewport): Viewport {
    const card = drawing.cards.find(({ id }) => id === focusedId)
    const room = surface.current
    if (!card || !room?.clientWidth || focusBefore.current === focusedId) return view
    const { x, y, zoom } = view
    return {
      x: within(x, card.x * zoom, card.width * zoom, room.clientWidth),
      y: pinning.pin?.ids.has(card.id)
        ? y
        : within(y, card.y * zoom, card.height * zoom, pinning.roomAbove()),
      zoom,
    }
  }

  function anchorOf(earlier: Drawing, now: Drawing): { dx: number; dy: number } | null {
    const known = new Map(now.cards.map((card) => [card.id, card]))
    const stays = earlier.cards.filter(({ id }) => known.has(id))
    const shiftOf = (card: DrawnCard | undefined) => {
      const there = card && known.get(card.id)
      if (!card || !there) return null
      // What is pinned keeps its place on screen without the map.
      const dy = pinning.pin?.ids.has(card.id) ? 0 : there.y - card.y
      return { dx: there.x - card.x, dy }
    }
    const pointed = surface.current?.querySelector<HTMLElement>('[data-card]:hover')?.dataset.card
    const underPointer = shiftOf(stays.find(({ id }) => id === pointed))
    // A card that goes further than this was put elsewhere: the map does not follow it.
    if (underPointer && Math.hypot(underPointer.dx, underPointer.dy) < slip) return underPointer
    return shiftOf(stays.find(({ id }) => id === focusedId) ?? nearestToMiddle(stays))
  }

  function nearestToMiddle(cards: readonly DrawnCard[]): DrawnCard | undefined {
    const room = surface.current?.getBoundingClientRect()
    if (!room) return undefined
    const middle = flow.screenToFlowPosition({ x: room.x + room.width / 2, y: room.y + room.height / 2 })
    const distance = ({ x, y }: DrawnCard) => Math.abs(x - middle.x) + Math.abs(y - middle.y)
    return cards.reduce<DrawnCard | undefined>(
      (best, card) => (best && distance(best) <= distance(card) ? best : card),
      undefined,
    )
  }
}

/** The shift that brings a stretch into the room, if it is not there already. */
function within(shift: number, from: number, length: number, room: number): number {
  return Math.max(clearance - from, Math.min(room - clearance - length - from, shift))
}
