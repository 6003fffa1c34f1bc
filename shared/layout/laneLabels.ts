/** Labels of links that stay within their lane sit on a free stretch of their link. */
import { spacing } from './spacing.ts'
import type { DrawnCard, LabelSize, Point } from './types.ts'

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const fractions = [0.5, 0.35, 0.65, 0.2, 0.8]

/**
 * Returns the free middle for the label on its link that covers fewest other links, or where it would be if it
 * must be hidden.
 * @param routes of all links
 * @param labels boxes of labels that already have their place; a free one is added
 */
export function placeLaneLabel(
  route: Point[],
  size: LabelSize,
  cards: DrawnCard[],
  routes: Point[][],
  labels: Box[],
): { place: Point; isHidden: boolean } {
  let best: { place: Point; box: Box } | null = null
  let fewest = Number.POSITIVE_INFINITY
  const stretches = route
    .slice(1)
    .map((to, index) => ({ from: route[index]!, to }))
    .sort((a, b) => rating(b) - rating(a))
  for (const { from, to } of stretches) {
    for (const fraction of fractions) {
      const place = { x: from.x + (to.x - from.x) * fraction, y: from.y + (to.y - from.y) * fraction }
      const box = boxAround(place, size)
      const isTaken =
        labels.some((label) => overlap(label, box)) || cards.some((card) => overlap(cardBox(card), box))
      if (isTaken) continue
      const covered = countRoutes(routes, box)
      if (covered < fewest) best = { place, box }
      fewest = Math.min(fewest, covered)
      // Its own link is always covered.
      if (fewest <= 1) break
    }
    if (fewest <= 1) break
  }
  if (best) {
    labels.push(best.box)
    return { place: best.place, isHidden: false }
  }
  const { from, to } = stretches[0]!
  return { place: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, isHidden: true }
}

export function boxAround(place: Point, size: LabelSize): Box {
  return {
    left: place.x - size.width / 2,
    right: place.x + size.width / 2,
    top: place.y - size.height / 2,
    bottom: place.y + size.height / 2,
  }
}

function countRoutes(routes: Point[][], box: Box): number {
  return routes.filter((route) => route.some((to, index) => index > 0 && enters(route[index - 1]!, to, box)))
    .length
}

function enters(from: Point, to: Point, box: Box): boolean {
  return (
    Math.min(from.x, to.x) < box.right &&
    Math.max(from.x, to.x) > box.left &&
    Math.min(from.y, to.y) < box.bottom &&
    Math.max(from.y, to.y) > box.top
  )
}

/** Text reads along horizontal stretches, so even a short one goes before any vertical one. */
function rating({ from, to }: { from: Point; to: Point }): number {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
  return from.y === to.y ? length : length - 1e6
}

function cardBox(card: DrawnCard): Box {
  return { left: card.x, right: card.x + card.width, top: card.y, bottom: card.y + card.height }
}

function overlap(a: Box, b: Box): boolean {
  const gap = spacing.labelGap / 3
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap
}
