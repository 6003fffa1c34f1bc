/** Finds links that would share a stretch of a card row and moves one of their ports out of the way. */
import { addToGroup } from './addToGroup.ts'
import type { Board } from './board.ts'
import type { Channels } from './channels.ts'
import type { Wiring } from './wiring.ts'

/** A horizontal stretch that starts or ends at a card. */
interface Stretch {
  path: number
  isLeft: boolean
  y: number
  /** Positions in the order of channels, slots and columns; start < end. */
  start: number
  end: number
}

const channelSize = 1e6
const sameLine = 0.5
const distances = [6, 4, 3, 2, 1, 0.6]
const cardPadding = 3

/** Moves ports until no two stretches lie on each other; returns the paths whose ports moved. */
export function separatePorts(wiring: Wiring, channels: Channels): Set<number> {
  const { ports } = wiring
  const moved = new Set<number>()
  for (const stretches of stretchesByGap(wiring, channels).values()) {
    stretches.sort((a, b) => a.y - b.y || a.start - b.start || a.path - b.path)
    for (let index = 0; index < stretches.length; index += 1) {
      const stretch = stretches[index]!
      for (let next = index + 1; next < stretches.length; next += 1) {
        const other = stretches[next]!
        if (other.y - stretch.y >= sameLine) break
        const isClear =
          other.path === stretch.path || other.end <= stretch.start || stretch.end <= other.start
        if (isClear || moved.has(stretch.path) || moved.has(other.path)) continue
        const choice = stretch.isLeft && !ports[other.path]!.isStraight ? other : stretch
        movePort(wiring, choice, stretches)
        moved.add(choice.path)
      }
    }
  }
  return moved
}

/** Groups the stretches by the gap between two neighbouring cards of a row: only those can meet. */
function stretchesByGap({ board, paths, ports }: Wiring, channels: Channels): Map<string, Stretch[]> {
  const gaps = new Map<string, Stretch[]>()
  const add = (card: number, isRightSide: boolean, stretch: Stretch) => {
    const key = gapKey(board, card, isRightSide)
    addToGroup(gaps, key, stretch)
  }
  paths.forEach((path, index) => {
    if (path.shape === 'vertical') return
    const [first, second] = channels.slots[index]!
    const { leftY, rightY } = ports[index]!
    const leftCard = cardPosition(board, path.left)
    const rightCard = cardPosition(board, path.right)
    const leftChannel = board.columns.ofCard[path.left]! + 1
    const firstLeg = first >= 0 ? legPosition(leftChannel, first) : null
    const secondLeg = second >= 0 ? legPosition(board.columns.ofCard[path.right]!, second) : null
    if (path.shape === 'side') {
      add(path.left, true, { path: index, isLeft: true, y: leftY, start: leftCard, end: firstLeg! })
      add(path.right, true, { path: index, isLeft: false, y: rightY, start: rightCard, end: firstLeg! })
      return
    }
    const leftEnd = firstLeg ?? secondLeg ?? rightCard
    const rightStart = secondLeg ?? firstLeg ?? leftCard
    add(path.left, true, { path: index, isLeft: true, y: leftY, start: leftCard, end: leftEnd })
    add(path.right, false, { path: index, isLeft: false, y: rightY, start: rightStart, end: rightCard })
  })
  return gaps
}

function gapKey(board: Board, card: number, isRightSide: boolean): string {
  const level = board.levelOfCard[card]!
  let column = board.columns.ofCard[card]!
  if (!isRightSide) {
    do column -= 1
    while (column >= 0 && board.cells[column * board.levelCount + level]! < 0)
  }
  return `${level} ${column}`
}

function cardPosition(board: Board, card: number): number {
  return board.columns.ofCard[card]! * channelSize + channelSize / 2
}

function legPosition(channel: number, slot: number): number {
  return channel * channelSize + slot + 1
}

function movePort(wiring: Wiring, stretch: Stretch, neighbours: Stretch[]): void {
  const path = wiring.paths[stretch.path]!
  const port = wiring.ports[stretch.path]!
  const card = stretch.isLeft ? path.left : path.right
  const y = freeY(wiring, card, stretch, neighbours)
  if (stretch.isLeft) port.leftY = y
  else port.rightY = y
  if (path.run === wiring.board.levelOfCard[card]) port.runY = y
  stretch.y = y
}

/** The nearest place on the card's side that keeps its distance from every other link in the gap. */
function freeY(wiring: Wiring, card: number, stretch: Stretch, neighbours: Stretch[]): number {
  const middle = wiring.bands.middles[card]!
  const reach = wiring.board.scene.cards[card]!.height / 2 - cardPadding
  const others = neighbours.filter((other) => other !== stretch)
  for (const distance of distances) {
    for (let step = 1; step * distance <= 2 * reach; step += 1) {
      for (const y of [stretch.y + step * distance, stretch.y - step * distance]) {
        if (Math.abs(y - middle) > reach) continue
        if (others.every((other) => Math.abs(other.y - y) >= distance)) return y
      }
    }
  }
  return stretch.y
}
