/** How hard a drawing is to read, as one number: crossings, bends, length, size and links that lead back or upwards. */
import type { Drawing, Point } from './types.ts'

const weights = {
  crossing: 100,
  bend: 22,
  length: 0.04,
  height: 0.15,
  width: 0.1,
  upward: 70,
  /** What comes later stands to the right: against that a map is hard to follow, however few lines cross. */
  backward: 100,
  hiddenLabel: 60,
  splitBond: 150,
}

export function drawingCost(drawing: Drawing, crossings = countCrossings(drawing)): number {
  const { bends, length, upward, backward, hiddenLabels } = measureLinks(drawing)
  return (
    weights.crossing * crossings +
    weights.bend * bends +
    weights.length * length +
    weights.height * drawing.height +
    weights.width * drawing.width +
    weights.upward * upward +
    weights.backward * backward +
    weights.hiddenLabel * hiddenLabels +
    weights.splitBond * drawing.bonds.filter(({ isOne }) => !isOne).length
  )
}

/** Pairs of a horizontal and a vertical leg of different links that cross inside both. */
export function countCrossings(drawing: Drawing): number {
  return findCrossings(drawing).length
}

/** Each crossing with the two links, by their position in the drawing. */
export function findCrossings(drawing: Drawing): [number, number][] {
  const horizontal: { link: number; y: number; low: number; high: number }[] = []
  const vertical: { link: number; x: number; low: number; high: number }[] = []
  drawing.links.forEach(({ points }, link) => {
    eachLeg(points, (from, to) => {
      if (from.x === to.x) {
        vertical.push({ link, x: from.x, low: Math.min(from.y, to.y), high: Math.max(from.y, to.y) })
      } else horizontal.push({ link, y: from.y, low: Math.min(from.x, to.x), high: Math.max(from.x, to.x) })
    })
  })
  vertical.sort((a, b) => a.x - b.x)
  const crossings: [number, number][] = []
  for (const leg of horizontal) {
    for (let index = firstRightOf(vertical, leg.low); index < vertical.length; index += 1) {
      const other = vertical[index]!
      if (other.x >= leg.high) break
      if (other.link === leg.link || other.low >= leg.y || leg.y >= other.high) continue
      crossings.push([leg.link, other.link])
    }
  }
  return crossings
}

function firstRightOf(sorted: { x: number }[], x: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.x > x) high = middle
    else low = middle + 1
  }
  return low
}

function measureLinks(drawing: Drawing) {
  const sum = { bends: 0, length: 0, upward: 0, backward: 0, hiddenLabels: 0 }
  for (const { points, kind, hiddenLabel } of drawing.links) {
    sum.bends += points.length - 2
    if (hiddenLabel) sum.hiddenLabels += 1
    if (kind !== 'loopBack' && points.at(-1)!.x < points[0]!.x) sum.backward += 1
    const isStacked = points.length === 2 && points[0]!.x === points[1]!.x
    if (isStacked && kind === 'sequence' && points[1]!.y < points[0]!.y) sum.upward += 1
    eachLeg(points, (from, to) => {
      sum.length += Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
    })
  }
  return sum
}

function eachLeg(points: Point[], visit: (from: Point, to: Point) => void): void {
  for (let index = 1; index < points.length; index += 1) visit(points[index - 1]!, points[index]!)
}
