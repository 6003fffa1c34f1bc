/** Labels of links between lanes sit in a seam, where their link crosses it; a crowded seam gets more lines. */
import { spacing } from './spacing.ts'
import type { Point } from './types.ts'
import type { Wiring } from './wiring.ts'

export interface SeamLabel {
  path: number
  seam: number
  /** Line within the seam, from 0. */
  line: number
  x: number
  isHidden: boolean
}

/** What a card drawn across a seam takes of it. */
export interface SeamSpan {
  seam: number
  from: number
  to: number
}

export interface SeamLabels {
  labels: SeamLabel[]
  /** Per seam. */
  heights: number[]
  /** Per seam: y of each line from the seam's top. */
  lines: number[][]
}

const mostLines = 6
const touchCost = 0.4

/** @param spans cards drawn as one across a seam, which keep their place in it */
export function placeSeamLabels(wiring: Wiring, routes: Point[][], spans: SeamSpan[]): SeamLabels {
  const { scene } = wiring.board
  const crossings = crossingsOfSeams(wiring, routes)
  const xsOfSeam = crossings.map((xs) => xs.filter((x) => x !== null).sort((a, b) => a - b))
  const taken: [number, number][][][] = crossings.map(() => [])
  const candidates = wiring.paths.flatMap((path, index) => {
    if (!scene.links[path.link]!.label) return []
    const places = crossings.flatMap((xs, seam) => {
      const x = xs[index]
      return typeof x === 'number' ? [{ seam, x }] : []
    })
    return places.length > 0 ? [{ path: index, places }] : []
  })
  candidates.sort(
    (a, b) => a.places.length - b.places.length || a.places[0]!.x - b.places[0]!.x || a.path - b.path,
  )
  const labels = candidates.map(({ path, places }): SeamLabel => {
    const half = scene.links[wiring.paths[path]!.link]!.label!.width / 2
    let best: SeamLabel = { path, ...places[0]!, line: 0, isHidden: true }
    let bestCost = Number.POSITIVE_INFINITY
    for (const { seam, x } of places) {
      const touches = countBetween(xsOfSeam[seam]!, x - half, x + half) - 1
      const place = besideSpans(x, half, seam, spans)
      for (let line = 0; line < mostLines && place !== null; line += 1) {
        const cost = line + touchCost * touches
        if (cost >= bestCost) break
        const isTaken = (taken[seam]![line] ?? []).some(
          ([from, to]) => place - half < to && place + half > from,
        )
        if (isTaken) continue
        best = { path, seam, x: place, line, isHidden: false }
        bestCost = cost
      }
    }
    if (!best.isHidden) {
      const lines = taken[best.seam]!
      lines[best.line] = [
        ...(lines[best.line] ?? []),
        [best.x - half - spacing.labelGap, best.x + half + spacing.labelGap],
      ]
    }
    return best
  })
  return { labels, ...measureSeams(wiring, labels) }
}

/** The middle nearest to the crossing at which the label covers no card across the seam and still lies on its link. */
function besideSpans(x: number, half: number, seam: number, spans: SeamSpan[]): number | null {
  const gap = spacing.labelGap
  const inSeam = spans.filter((span) => span.seam === seam)
  const places = [x, ...inSeam.flatMap(({ from, to }) => [from - gap - half, to + gap + half])]
  const free = places.filter(
    (place) =>
      Math.abs(place - x) <= half - gap &&
      inSeam.every(({ from, to }) => place + half <= from - gap || place - half >= to + gap),
  )
  return free.sort((a, b) => Math.abs(a - x) - Math.abs(b - x))[0] ?? null
}

function measureSeams(wiring: Wiring, labels: SeamLabel[]): { heights: number[]; lines: number[][] } {
  const { scene } = wiring.board
  const heights: number[] = []
  const lines: number[][] = []
  wiring.bands.seams.forEach((_, seam) => {
    const shown = labels.filter((label) => label.seam === seam && !label.isHidden)
    const tallest = Math.max(
      0,
      ...shown.map(({ path }) => scene.links[wiring.paths[path]!.link]!.label!.height),
    )
    const count = Math.max(1, ...shown.map((label) => label.line + 1))
    const pitch = tallest + spacing.seamPadding
    const height = Math.max(spacing.seam, count * pitch + spacing.seamPadding)
    heights.push(height)
    lines.push(Array.from({ length: count }, (_, line) => height / 2 + (line - (count - 1) / 2) * pitch))
  })
  return { heights, lines }
}

/** Per seam and route: where the route first crosses the seam's upper edge. */
function crossingsOfSeams({ bands }: Wiring, routes: Point[][]): (number | null)[][] {
  const crossings = bands.seams.map(() => new Array<number | null>(routes.length).fill(null))
  routes.forEach((route, index) => {
    for (let corner = route.length - 1; corner > 0; corner -= 1) {
      const from = route[corner - 1]!
      const to = route[corner]!
      if (from.x !== to.x) continue
      const low = Math.min(from.y, to.y)
      const high = Math.max(from.y, to.y)
      bands.seams.forEach(({ y }, seam) => {
        if (low <= y && high > y) crossings[seam]![index] = from.x
      })
    }
  })
  return crossings
}

function countBetween(sorted: number[], from: number, to: number): number {
  let count = 0
  for (const x of sorted) {
    if (x >= to) break
    if (x > from) count += 1
  }
  return count
}
