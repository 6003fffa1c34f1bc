/** Where each link leaves and enters its cards: sorted by where it goes, so that few cross at the card. */
import type { Bands } from './bands.ts'
import type { Board } from './board.ts'
import type { LinkPath } from './paths.ts'
import { spacing } from './spacing.ts'

export interface PathPorts {
  /** y of the path's two ends; equal for a straight one. Of no meaning for a vertical path. */
  leftY: number
  rightY: number
  /** y of a long path's run. */
  runY: number
  /** A vertical path's distance from the left edge of its column. */
  inset: number
  isStraight: boolean
}

interface End {
  path: number
  isLeft: boolean
  /** -1 up, 0 straight, 1 down; -2 and 2 for brackets, which stay outermost. */
  direction: number
  /** Sorted by these from top to bottom. */
  target: number
  beyond: number
}

const cardPadding = 6

export function placePorts(board: Board, paths: LinkPath[], bands: Bands, trackY: number[]): PathPorts[] {
  const ports = paths.map((path, index) => startPorts(board, path, bands, trackY[index]!))
  spreadVertical(board, paths, ports)
  for (const ends of endsBySide(board, paths, bands, ports)) {
    ends.sort(
      (a, b) => a.direction - b.direction || a.target - b.target || a.beyond - b.beyond || a.path - b.path,
    )
    placeSide(board, paths, bands, ports, ends)
  }
  paths.forEach((path, index) => {
    const port = ports[index]!
    if (path.run === board.levelOfCard[path.left]) port.runY = port.leftY
    else if (path.run === board.levelOfCard[path.right]) port.runY = port.rightY
  })
  return ports
}

function startPorts(board: Board, path: LinkPath, bands: Bands, trackY: number): PathPorts {
  const leftY = bands.middles[path.left]!
  const rightY = bands.middles[path.right]!
  const isSameLevel = board.levelOfCard[path.left] === board.levelOfCard[path.right]
  const isStraight =
    isSameLevel &&
    (path.shape === 'adjacent' || (path.shape === 'long' && path.run === board.levelOfCard[path.left]))
  return { leftY, rightY, runY: trackY, inset: 0, isStraight }
}

function spreadVertical(board: Board, paths: LinkPath[], ports: PathPorts[]): void {
  const pairs = new Map<string, number[]>()
  paths.forEach((path, index) => {
    if (path.shape !== 'vertical') return
    const key = `${path.left} ${path.right}`
    pairs.set(key, [...(pairs.get(key) ?? []), index])
  })
  for (const indexes of pairs.values()) {
    const { left, right } = paths[indexes[0]!]!
    const width = Math.min(board.scene.cards[left]!.width, board.scene.cards[right]!.width)
    const offsets = spread(indexes.length, width)
    indexes.forEach((path, position) => {
      ports[path]!.inset = width / 2 + offsets[position]!
    })
  }
}

/** The ends on each left or right side of a card. */
function endsBySide(board: Board, paths: LinkPath[], bands: Bands, ports: PathPorts[]): End[][] {
  const sides = new Map<string, End[]>()
  paths.forEach((path, index) => {
    if (path.shape === 'vertical') return
    for (const isLeft of [true, false]) {
      const card = isLeft ? path.left : path.right
      // A path's left end sits on the right side of its card.
      const key = `${card} ${isLeft || path.shape === 'side'}`
      const end = describeEnd(board, path, index, isLeft, bands, ports[index]!)
      sides.set(key, [...(sides.get(key) ?? []), end])
    }
  })
  return [...sides.values()]
}

function describeEnd(
  board: Board,
  path: LinkPath,
  index: number,
  isLeft: boolean,
  bands: Bands,
  port: PathPorts,
): End {
  const own = bands.middles[isLeft ? path.left : path.right]!
  const other = bands.middles[isLeft ? path.right : path.left]!
  const end = { path: index, isLeft, beyond: other }
  if (port.isStraight) return { ...end, direction: 0, target: path.link }
  if (path.shape === 'side') return { ...end, direction: 2 * Math.sign(other - own), target: -other }
  if (path.shape === 'adjacent') return { ...end, direction: Math.sign(other - own), target: other }
  const ownLevel = board.levelOfCard[isLeft ? path.left : path.right]!
  // A run in the card's own row stays next to the middle.
  const target = path.run === ownLevel ? own : board.isGutter[path.run] ? port.runY : other
  return { ...end, direction: Math.sign(target - own || other - own) || 1, target }
}

/** Straight links take the middle, what goes up sits above them and what goes down below. */
function placeSide(board: Board, paths: LinkPath[], bands: Bands, ports: PathPorts[], ends: End[]): void {
  const cardOf = (end: End) => (end.isLeft ? paths[end.path]!.left : paths[end.path]!.right)
  const card = cardOf(ends[0]!)
  const { height } = board.scene.cards[card]!
  const middle = bands.middles[card]!
  const place = (end: End, y: number) => {
    if (end.isLeft) ports[end.path]!.leftY = y
    else ports[end.path]!.rightY = y
  }
  const straight = ends.filter((end) => end.direction === 0)
  if (straight.length === 0) {
    const offsets = spread(ends.length, height)
    ends.forEach((end, index) => {
      place(end, middle + offsets[index]!)
    })
    return
  }
  // They all lead to the same neighbour, and both cards must agree on their place.
  const { left, right } = paths[straight[0]!.path]!
  const common = Math.min(board.scene.cards[left]!.height, board.scene.cards[right]!.height)
  const offsets = spread(straight.length, common / 2)
  straight.forEach((end, index) => {
    place(end, middle + offsets[index]!)
  })
  const taken = offsets.at(-1)!
  const room = height / 2 - cardPadding / 2 - taken
  const up = ends.filter((end) => end.direction < 0)
  const down = ends.filter((end) => end.direction > 0)
  const stepUp = Math.min(spacing.port, room / Math.max(1, up.length))
  up.forEach((end, index) => {
    place(end, middle - taken - (up.length - index) * stepUp)
  })
  const stepDown = Math.min(spacing.port, room / Math.max(1, down.length))
  down.forEach((end, index) => {
    place(end, middle + taken + (index + 1) * stepDown)
  })
}

/** Offsets from the middle for `count` links on a side of the given length. */
function spread(count: number, length: number): number[] {
  const step = Math.min(spacing.port, Math.max(0, length - 2 * cardPadding) / Math.max(1, count - 1))
  return Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) * step)
}
