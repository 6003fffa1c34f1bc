/** Cards that are one touchpoint: drawn as one across the seam where nothing is in the way, else joined by a band. */
import type { Box } from './laneLabels.ts'
import { placeSeamLabels, type SeamLabels, type SeamSpan } from './seamLabels.ts'
import type { Spans } from './spans.ts'
import type { DrawnBond, DrawnCard, Point } from './types.ts'
import type { Wiring } from './wiring.ts'

interface Span extends SeamSpan {
  path: number
}

/** Seam labels together with the bonds, by path, that are drawn as one card; a label goes before a card drawn as one. */
export function placeSeams(
  wiring: Wiring,
  spans: Spans,
  routes: Point[][],
): { seamLabels: SeamLabels; isOne: ReadonlySet<number> } {
  let across = findSpans(wiring, spans, routes)
  for (;;) {
    const seamLabels = placeSeamLabels(wiring, routes, across)
    const crowded = new Set(seamLabels.labels.filter(({ isHidden }) => isHidden).map(({ seam }) => seam))
    const kept = across.filter(({ seam }) => !crowded.has(seam))
    if (kept.length === across.length) return { seamLabels, isOne: new Set(across.map(({ path }) => path)) }
    across = kept
  }
}

/** What lies between the two parts of a card drawn as one. */
export function gapOf(upper: DrawnCard, lower: DrawnCard): Box {
  return {
    left: Math.max(upper.x, lower.x),
    right: Math.min(upper.x + upper.width, lower.x + lower.width),
    top: upper.y + upper.height,
    bottom: lower.y,
  }
}

export function drawBond(wiring: Wiring, path: number, points: Point[], isOne: boolean): DrawnBond {
  const { scene } = wiring.board
  const link = scene.links[wiring.paths[path]!.link]!
  return { id: link.id, cardId: scene.cards[link.from]!.id, points, isOne }
}

function findSpans({ board, paths, bands }: Wiring, spans: Spans, routes: Point[][]): Span[] {
  const { scene, columns } = board
  return paths.flatMap((path, index): Span[] => {
    const [upper, lower] = [scene.cards[path.left]!, scene.cards[path.right]!]
    const isBond = scene.links[path.link]!.kind === 'bond'
    const isBetween = lower.lane === upper.lane + 1 && upper.width === lower.width
    if (!isBond || path.shape !== 'vertical' || !isBetween) return []
    // A card of both lanes reaches to their seam, so it must not stand beyond a line of visibility.
    if (lower.isBelow || (!upper.isBelow && board.rows.firstBelow[upper.lane] !== null)) return []
    const { x } = spans.columns[columns.ofCard[path.left]!]!
    const width = Math.min(upper.width, lower.width)
    const top = bands.middles[path.left]! + upper.height / 2
    const bottom = bands.middles[path.right]! - lower.height / 2
    const isPassed = routes.some(
      (route, other) =>
        other !== index &&
        route.some((to, corner) => {
          const from = route[corner - 1]
          return (
            from !== undefined &&
            Math.min(from.x, to.x) < x + width &&
            Math.max(from.x, to.x) > x &&
            Math.min(from.y, to.y) < bottom &&
            Math.max(from.y, to.y) > top
          )
        }),
    )
    return isPassed ? [] : [{ path: index, seam: upper.lane, from: x, to: x + width }]
  })
}
