/** Links: all there, from card to card, orthogonal, past all cards, never two on one line. */
import { gapsOfBonds } from './bondViolations.ts'
import { BoxIndex } from './boxIndex.ts'
import type { Drawing, DrawnCard, DrawnLink, LayoutInput, LayoutViolation, Point } from './types.ts'

const tolerance = 0.01
/** Two legs closer than this read as one line. */
const sameLine = 0.4

interface Leg {
  linkId: string
  isVertical: boolean
  /** x of a vertical leg, y of a horizontal one. */
  at: number
  low: number
  high: number
}

export function findLinkViolations(input: LayoutInput, drawing: Drawing): LayoutViolation[] {
  const cards = new Map(drawing.cards.map((card) => [card.id, card]))
  const drawn = new Map(drawing.links.map((link) => [link.id, link]))
  const violations: LayoutViolation[] = []
  for (const { id, from, to } of input.links) {
    const [sender, receiver] = [cards.get(from), cards.get(to)]
    if (!sender || !receiver || from === to) continue
    const link = drawn.get(id)
    if (!link) violations.push({ kind: 'missingLink', ids: [id], message: 'The link is not drawn.' })
    else if (!touches(link.points[0], sender) || !touches(link.points.at(-1), receiver)) {
      violations.push({ kind: 'linkEnds', ids: [id], message: 'The link does not run from card to card.' })
    }
  }
  const lines = [...drawing.links, ...drawing.bonds.filter(({ isOne }) => !isOne)]
  const legs = lines.flatMap(legsOf)
  for (const link of lines)
    if (!isOrthogonal(link)) {
      violations.push({ kind: 'notOrthogonal', ids: [link.id], message: 'A leg of the link is slanted.' })
    }
  return [
    ...violations,
    ...checkCards(legs, [...drawing.cards, ...gapsOfBonds(drawing)]),
    ...checkOverlaps(legs),
  ]
}

type Line = Pick<DrawnLink, 'id' | 'points'>

function legsOf(link: Line): Leg[] {
  return link.points.slice(1).map((to, index) => {
    const from = link.points[index]!
    const isVertical = Math.abs(to.x - from.x) < Math.abs(to.y - from.y)
    const [start, end] = isVertical ? [from.y, to.y] : [from.x, to.x]
    return {
      linkId: link.id,
      isVertical,
      at: isVertical ? from.x : from.y,
      low: Math.min(start, end),
      high: Math.max(start, end),
    }
  })
}

function isOrthogonal(link: Line): boolean {
  return link.points.slice(1).every((to, index) => {
    const from = link.points[index]!
    return Math.abs(to.x - from.x) <= tolerance || Math.abs(to.y - from.y) <= tolerance
  })
}

export function touches(point: Point | undefined, card: DrawnCard): boolean {
  if (!point) return false
  const [dx, dy] = [point.x - card.x, point.y - card.y]
  const isWithin =
    dx >= -tolerance && dx <= card.width + tolerance && dy >= -tolerance && dy <= card.height + tolerance
  const isOnSide = Math.abs(dx) <= tolerance || Math.abs(dx - card.width) <= tolerance
  const isOnTop = Math.abs(dy) <= tolerance || Math.abs(dy - card.height) <= tolerance
  return isWithin && (isOnSide || isOnTop)
}

function checkCards(legs: Leg[], cards: DrawnCard[]): LayoutViolation[] {
  const violations: LayoutViolation[] = []
  const byX = new BoxIndex(cards, 'x')
  const byY = new BoxIndex(cards, 'y')
  for (const leg of legs) {
    for (const card of (leg.isVertical ? byX : byY).near(leg.at, leg.at)) {
      const [side, sideLength] = leg.isVertical ? [card.x, card.width] : [card.y, card.height]
      if (leg.at <= side + tolerance || leg.at >= side + sideLength - tolerance) continue
      const [along, alongLength] = leg.isVertical ? [card.y, card.height] : [card.x, card.width]
      if (leg.low >= along + alongLength - tolerance || leg.high <= along + tolerance) continue
      violations.push({
        kind: 'linkThroughCard',
        ids: [leg.linkId, card.id],
        message: 'The link passes a card.',
      })
    }
  }
  return violations
}

function checkOverlaps(legs: Leg[]): LayoutViolation[] {
  const violations: LayoutViolation[] = []
  for (const isVertical of [true, false]) {
    const lines = legs.filter((leg) => leg.isVertical === isVertical).sort((a, b) => a.at - b.at)
    lines.forEach((leg, index) => {
      for (let next = index + 1; next < lines.length; next += 1) {
        const other = lines[next]!
        if (other.at - leg.at >= sameLine) break
        const shared = Math.min(leg.high, other.high) - Math.max(leg.low, other.low)
        if (other.linkId === leg.linkId || shared <= sameLine) continue
        violations.push({
          kind: 'linkOverlap',
          ids: [leg.linkId, other.linkId],
          message: 'Two links lie on each other.',
        })
      }
    })
  }
  return violations
}
