// What one looks at, said by the nearest card: the same words mean the same part of the map in another viewer's drawing.
import type { Viewport } from '@xyflow/react'
import type { Drawing } from '../../shared/layout/types.ts'
import type { LookingAt } from '../../shared/live/messages.ts'

interface Window {
  transform: readonly [number, number, number]
  width: number
  height: number
}

/** Null while there is no card or nothing was measured yet. */
export function lookingAt(
  { transform: [x, y, zoom], width, height }: Window,
  drawing: Drawing,
): LookingAt | null {
  if (width === 0 || height === 0) return null
  const middle = { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom }
  let nearest: LookingAt | null = null
  let least = Number.POSITIVE_INFINITY
  // The half of a card in another lane is no row of its own.
  const halves = new Set(drawing.bonds.map(({ id }) => id))
  for (const card of drawing.cards) {
    if (halves.has(card.id)) continue
    const right = Math.round(middle.x - card.x - card.width / 2)
    const down = Math.round(middle.y - card.y - card.height / 2)
    const distance = Math.hypot(right, down)
    if (distance >= least || Math.max(Math.abs(right), Math.abs(down)) > farthest) continue
    least = distance
    nearest = { cardId: card.id, right, down, zoom: Math.round(zoom * 1_000) / 1_000 }
  }
  return nearest
}

/** The viewport in which the same stands in the middle; null when this drawing has no such card. */
export function viewportFor(
  { cardId, right, down, zoom }: LookingAt,
  drawing: Drawing,
  { width, height }: { width: number; height: number },
): Viewport | null {
  const card = drawing.cards.find(({ id }) => id === cardId)
  if (!card) return null
  const middle = { x: card.x + card.width / 2 + right, y: card.y + card.height / 2 + down }
  return { zoom, x: width / 2 - middle.x * zoom, y: height / 2 - middle.y * zoom }
}

const farthest = 20_000
