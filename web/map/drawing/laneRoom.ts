const leastHeight = 96
const mostHeight = 208
/** What the seam between two lanes takes, and the zoom maps of few lanes open at. */
const seamHeight = 40
const usualZoom = 0.95

/**
 * Least height of a lane: a map of few lanes spreads over the window instead of leaving its lower half empty. It depends on
 * the number of lanes alone, so that cards come and go without moving the other lanes.
 * @param height of the canvas in pixels
 */
export function laneRoom(lanes: number, height: number): number {
  const room = height / usualZoom - seamHeight * lanes
  return Math.round(Math.min(mostHeight, Math.max(leastHeight, room / Math.max(1, lanes))))
}
