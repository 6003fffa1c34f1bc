import type { Point } from '../../../shared/layout/types.ts'

const cornerRadius = 6
const headLength = 8
const headHalfWidth = 4

/** SVG path data through the corners of a route, with rounded corners. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${first.x} ${first.y}`
  for (const [index, point] of rest.entries()) {
    const before = points[index]!
    const after = points[index + 2]
    if (!after) {
      path += `L${point.x} ${point.y}`
      continue
    }
    const radius = Math.min(cornerRadius, distance(before, point) / 2, distance(point, after) / 2)
    const enter = towards(point, before, radius)
    const leave = towards(point, after, radius)
    path += `L${enter.x} ${enter.y}Q${point.x} ${point.y} ${leave.x} ${leave.y}`
  }
  return path
}

/** A filled arrow head at the end of a route. */
export function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (!tip || !before) return ''
  const base = towards(tip, before, headLength)
  const across = { x: (tip.y - base.y) / headLength, y: (base.x - tip.x) / headLength }
  const left = { x: base.x + across.x * headHalfWidth, y: base.y + across.y * headHalfWidth }
  const right = { x: base.x - across.x * headHalfWidth, y: base.y - across.y * headHalfWidth }
  return `M${tip.x} ${tip.y}L${left.x} ${left.y}L${right.x} ${right.y}Z`
}

/** The middle of the longest piece of a route: where something laid on it covers no corner. */
export function middleOf(points: readonly Point[]): Point {
  let [middle, longest]: [Point, number] = [points[0] ?? { x: 0, y: 0 }, -1]
  for (const [index, point] of points.slice(1).entries()) {
    const before = points[index]!
    const length = distance(before, point)
    if (length <= longest) continue
    longest = length
    middle = { x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 }
  }
  return middle
}

function distance(left: Point, right: Point): number {
  return Math.hypot(left.x - right.x, left.y - right.y)
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole }
}
