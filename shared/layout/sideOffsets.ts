/** How far from the middle of a card's side each link meets it. */
import type { Board } from './board.ts'
import type { LinkPath } from './paths.ts'
import { spacing } from './spacing.ts'

export interface SideEnd {
  path: number
  isLeft: boolean
  /** -1 up, 0 straight, 1 down; -2 and 2 for brackets, which stay outermost. */
  direction: number
  /** Sorted by these from top to bottom. */
  target: number
  beyond: number
}

const cardPadding = 6
const leastStep = 7

export function sideKey(card: number, isRightSide: boolean): string {
  return `${card} ${isRightSide}`
}

/** Straight links take the middle, what goes up sits above them and what goes down below. */
export function offsetsOnSide(
  board: Board,
  paths: LinkPath[],
  ends: SideEnd[],
  sides: Map<string, SideEnd[]>,
): number[] {
  const straight = ends.find((end) => end.direction === 0)
  const { left, right } = paths[ends[0]!.path]!
  if (!straight) {
    const card = ends[0]!.isLeft ? left : right
    return spread(ends.length, board.scene.cards[card]!.height)
  }
  // All straight links of a side lead to the same neighbour, and both cards must agree on their place.
  const pair = paths[straight.path]!
  const leaving = countEnds(sides.get(sideKey(pair.left, true))!)
  const arriving = countEnds(sides.get(sideKey(pair.right, false))!)
  const up = Math.max(leaving.up, arriving.up)
  const down = Math.max(leaving.down, arriving.down)
  const heights = [pair.left, pair.right].map((card) => board.scene.cards[card]!.height)
  const { first, step } = placeBlock(up, leaving.straight, down, Math.min(...heights))
  const before = countEnds(ends).up
  return ends.map((_, index) => first + (index - before) * step)
}

/** Offsets from the middle for `count` links on a side of the given length. */
export function spread(count: number, length: number): number[] {
  const step = Math.min(spacing.port, Math.max(0, length - 2 * cardPadding) / Math.max(1, count - 1))
  return Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) * step)
}

/** Offset of the first straight link, and the step between links: in the middle if the others then have room. */
function placeBlock(
  up: number,
  straight: number,
  down: number,
  length: number,
): { first: number; step: number } {
  const reach = length / 2 - cardPadding / 2
  const half = (straight - 1) / 2
  const centred = Math.min(spacing.port, reach / Math.max(0.5, half + Math.max(up, down)))
  if (centred >= leastStep) return { first: -half * centred, step: centred }
  const others = up + straight + down - 1
  const step = Math.min(spacing.port, (2 * reach) / others)
  return { first: (up - others / 2) * step, step }
}

function countEnds(ends: SideEnd[]): { up: number; straight: number; down: number } {
  return {
    up: ends.filter((end) => end.direction < 0).length,
    straight: ends.filter((end) => end.direction === 0).length,
    down: ends.filter((end) => end.direction > 0).length,
  }
}
