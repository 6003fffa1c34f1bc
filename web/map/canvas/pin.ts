// The end customer's lane stays in sight at the bottom: where it would lie below the window it is shown over what is there,
// as a frozen row of a table is. Rows, drawing and gestures know nothing of it: only what is seen is shifted.
import type { Drawing, Point } from '../../../shared/layout/types.ts'
import type { Journey } from '../journey/journey.ts'

/** The part of a drawing that stays: from the seam above the customer's lane to the end. */
export interface Pin {
  top: number
  bottom: number
  /** Cards and halves that stand in it. */
  ids: ReadonlySet<string>
}

/** What the pin depends on of how one looks at the map. */
export interface Looking {
  transform: readonly [number, number, number]
  width: number
  height: number
}

/** Below this zoom cards are too small to read and the overview is painted instead. */
export const overviewZoom = 0.5
/** On a smaller canvas the lane would take what little room there is. */
const leastWidth = 560
const leastHeight = 420
/** The lane never takes more of the canvas than this. */
const mostShare = 0.5

/** @returns null on a map that has no customer's lane below others. */
export function pinOf({ lanes }: Journey, drawing: Drawing): Pin | null {
  const first = lanes.findIndex(({ isCustomer }) => isCustomer)
  const drawn = new Map(drawing.lanes.map((lane) => [lane.id, lane]))
  const above = drawn.get(lanes[first - 1]?.id ?? '')
  const own = drawn.get(lanes[first]?.id ?? '')
  if (!above || !own) return null
  const top = above.y + above.height
  const ids = new Set(drawing.cards.filter(({ y }) => y >= own.y).map(({ id }) => id))
  return { top, bottom: drawing.height, ids }
}

/** How far up what is pinned is shown, in pixels of the drawing: negative, or 0 where it is in its own place. */
export function pinShift(pin: Pin | null, { transform: [, y, zoom], width, height }: Looking): number {
  if (!pin || zoom < overviewZoom || width < leastWidth || height < leastHeight) return 0
  if ((pin.bottom - pin.top) * zoom > mostShare * height) return 0
  const shift = (height - y) / zoom - pin.bottom
  return shift < 0 && pin.top + shift > 0 ? shift : 0
}

/** The point of the drawing that is seen at a point of the canvas. */
export function underPin(pin: Pin | null, shift: number, { x, y }: Point): Point {
  return { x, y: pin && shift < 0 && y >= pin.top + shift ? y - shift : y }
}

/** The part of a route that lies in what is pinned; it leaves it at most once, straight up. */
export function pinnedPart(points: readonly Point[], { top }: Pin): Point[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]
    const isCrossing = before !== undefined && before.y < top !== point.y < top
    const crossing = isCrossing ? [{ x: point.x, y: top }] : []
    return point.y < top ? crossing : [...crossing, point]
  })
}
