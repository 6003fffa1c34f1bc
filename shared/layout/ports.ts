/** Where each link leaves and enters its cards: sorted by where it goes, so that few cross at the card. */
import { addToGroup } from './addToGroup.ts'
import type { Bands } from './bands.ts'
import type { Board } from './board.ts'
import type { LinkPath } from './paths.ts'
import { offsetsOnSide, type SideEnd, sideKey, spread } from './sideOffsets.ts'

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

export function placePorts(board: Board, paths: LinkPath[], bands: Bands, trackY: number[]): PathPorts[] {
  const ports = paths.map((path, index) => startPorts(board, path, bands, trackY[index]!))
  spreadVertical(board, paths, ports)
  const sides = endsBySide(board, paths, bands, ports)
  for (const ends of sides.values()) {
    const offsets = offsetsOnSide(board, paths, ends, sides)
    ends.forEach(({ path, isLeft }, index) => {
      const { left, right } = paths[path]!
      const y = bands.middles[isLeft ? left : right]! + offsets[index]!
      if (isLeft) ports[path]!.leftY = y
      else ports[path]!.rightY = y
    })
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
    addToGroup(pairs, key, index)
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

/** The ends on each left or right side of a card, from top to bottom. */
function endsBySide(
  board: Board,
  paths: LinkPath[],
  bands: Bands,
  ports: PathPorts[],
): Map<string, SideEnd[]> {
  const sides = new Map<string, SideEnd[]>()
  paths.forEach((path, index) => {
    if (path.shape === 'vertical') return
    for (const isLeft of [true, false]) {
      const card = isLeft ? path.left : path.right
      // A path's left end sits on the right side of its card.
      const key = sideKey(card, isLeft || path.shape === 'side')
      const end = describeEnd(board, path, index, isLeft, bands, ports[index]!)
      addToGroup(sides, key, end)
    }
  })
  for (const ends of sides.values()) {
    ends.sort(
      (a, b) => a.direction - b.direction || a.target - b.target || a.beyond - b.beyond || a.path - b.path,
    )
  }
  return sides
}

function describeEnd(
  board: Board,
  path: LinkPath,
  index: number,
  isLeft: boolean,
  bands: Bands,
  port: PathPorts,
): SideEnd {
  const own = bands.middles[isLeft ? path.left : path.right]!
  const other = bands.middles[isLeft ? path.right : path.left]!
  const { direction, target } = towards(board, path, isLeft, own, other, port)
  return { path: index, isLeft, beyond: other, direction, target }
}

function towards(board: Board, path: LinkPath, isLeft: boolean, own: number, other: number, port: PathPorts) {
  if (port.isStraight) return { direction: 0, target: path.link }
  if (path.shape === 'side') return { direction: 2 * Math.sign(other - own), target: -other }
  if (path.shape === 'adjacent') return { direction: Math.sign(other - own), target: other }
  const ownLevel = board.levelOfCard[isLeft ? path.left : path.right]!
  // A run in the card's own row stays next to the middle.
  const target = path.run === ownLevel ? own : board.isGutter[path.run] ? port.runY : other
  return { direction: Math.sign(target - own || other - own) || 1, target }
}
