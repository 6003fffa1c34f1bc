import RBush from 'rbush'
import type { Drawing, Point } from '../../../shared/layout/types.ts'

export interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

interface Entry extends Box {
  kind: 'card' | 'link'
  id: string
}

/** Finds the cards, links and bonds of a drawing within a box, without looking at the others. */
export class SpatialIndex {
  readonly #tree = new RBush<Entry>()
  readonly #touchpoints: ReadonlyMap<string, string>

  constructor(drawing: Drawing) {
    this.#touchpoints = new Map(drawing.bonds.map(({ id, cardId }) => [id, cardId]))
    this.#tree.load([
      ...drawing.cards.map(({ id, x, y, width, height }): Entry => {
        return { kind: 'card', id, minX: x, minY: y, maxX: x + width, maxY: y + height }
      }),
      ...[...drawing.links, ...drawing.bonds].flatMap(({ id, points }) => legsOf(id, points)),
    ])
  }

  within(box: Box): { cards: Set<string>; links: Set<string> } {
    const cards = new Set<string>()
    const links = new Set<string>()
    for (const { kind, id } of this.#tree.search(box)) (kind === 'card' ? cards : links).add(id)
    return { cards, links }
  }

  /** The touchpoint there, also where it is the half of one in another lane. */
  cardAt({ x, y }: { x: number; y: number }): string | null {
    const hits = this.#tree.search({ minX: x, minY: y, maxX: x, maxY: y })
    const id = hits.find(({ kind }) => kind === 'card')?.id
    return id ? (this.#touchpoints.get(id) ?? id) : null
  }
}

/** Each leg by itself: a route around much of the map is near only where it runs. */
function legsOf(id: string, points: readonly Point[]): Entry[] {
  return points.slice(1).map(({ x, y }, index) => {
    const from = points[index]!
    const [minX, maxX] = x < from.x ? [x, from.x] : [from.x, x]
    const [minY, maxY] = y < from.y ? [y, from.y] : [from.y, y]
    return { kind: 'link', id, minX, minY, maxX, maxY }
  })
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.minX <= inner.minX &&
    outer.minY <= inner.minY &&
    outer.maxX >= inner.maxX &&
    outer.maxY >= inner.maxY
  )
}

/** The box grown by a margin on every side, so that small moves need no new look. */
export function grow({ minX, minY, maxX, maxY }: Box, margin: number): Box {
  return { minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin }
}
