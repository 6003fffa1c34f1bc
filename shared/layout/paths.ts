/** Chooses the shape of each link and, for a long one, the level its horizontal run takes. */
import { type Board, isColumnFree, isRowFree } from './board.ts'
import { Traffic } from './traffic.ts'

export interface LinkPath {
  /** Position of the link in the scene. */
  link: number
  /** The two cards by column; in the same column the upper one is `left`. */
  left: number
  right: number
  /** True when the link is sent by `right`. */
  isReversed: boolean
  /**
   * vertical: straight within a column; side: a bracket right of a column; adjacent: one leg in the channel
   * between two neighbouring columns; long: a run over the columns between.
   */
  shape: 'vertical' | 'side' | 'adjacent' | 'long'
  /** Level of the run of a long link, else -1. */
  run: number
}

const levelHeight = 41
const crossingCost = 110
const gutterCost = 60
const crowdCost = 25
const ripUpRounds = 2
/** A run that crosses a bond keeps two cards from being drawn as one, so it rather goes around. */
const bondTraffic = 4

export function choosePaths(board: Board): LinkPath[] {
  const paths = board.scene.links.map((_, link) => shapePath(board, link))
  const traffic = new Traffic(board)
  const long = paths.filter((path) => path.shape === 'long')
  for (const path of paths) {
    const isBond = board.scene.links[path.link]!.kind === 'bond'
    if (path.shape !== 'long') traffic.add(path, isBond ? bondTraffic : 1)
  }
  const length = (path: LinkPath) => board.columns.ofCard[path.right]! - board.columns.ofCard[path.left]!
  long.sort((a, b) => length(a) - length(b) || a.link - b.link)
  for (let round = 0; round <= ripUpRounds; round += 1) {
    for (const path of long) {
      if (path.run >= 0) traffic.add(path, -1)
      path.run = cheapestRun(board, traffic, path)
      traffic.add(path, 1)
    }
  }
  return paths
}

function shapePath(board: Board, index: number): LinkPath {
  const { from, to } = board.scene.links[index]!
  const { ofCard } = board.columns
  const levels = board.levelOfCard
  const columnsApart = ofCard[to]! - ofCard[from]!
  const isReversed = columnsApart < 0 || (columnsApart === 0 && levels[to]! < levels[from]!)
  const [left, right] = isReversed ? [to, from] : [from, to]
  const path: LinkPath = { link: index, left, right, isReversed, shape: 'long', run: -1 }
  if (columnsApart === 0) {
    const isFree = isColumnFree(board, ofCard[left]!, levels[left]!, levels[right]!)
    path.shape = isFree ? 'vertical' : 'side'
  } else if (Math.abs(columnsApart) === 1) {
    path.shape = 'adjacent'
  }
  return path
}

function cheapestRun(board: Board, traffic: Traffic, path: LinkPath): number {
  const { ofCard } = board.columns
  const [first, last] = [ofCard[path.left]!, ofCard[path.right]!]
  const [start, end] = [board.levelOfCard[path.left]!, board.levelOfCard[path.right]!]
  const top = Math.min(start, end) - 1
  const bottom = Math.max(start, end) + 1
  // Crossings of the two vertical legs, summed outwards from the cards.
  const leaving = traffic.climb(first + 1, start, top, bottom)
  const arriving = traffic.climb(last, end, top, bottom)
  let best = -1
  let bestCost = Number.POSITIVE_INFINITY
  for (let level = top; level <= bottom; level += 1) {
    const isGutter = board.isGutter[level]!
    if (!isGutter && ((level !== start && level !== end) || !isRowFree(board, level, first, last))) continue
    const { crossings, sharing } = traffic.alongRun(first, last, level)
    const cost =
      levelHeight * (Math.abs(level - start) + Math.abs(level - end)) +
      crossingCost * (crossings + leaving[level - top]! + arriving[level - top]!) +
      (isGutter ? gutterCost : crowdCost * sharing)
    if (cost < bestCost) {
      best = level
      bestCost = cost
    }
  }
  return best
}
