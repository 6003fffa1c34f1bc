/** Turns paths with their ports, slots and columns into corners. */
import type { Channels } from './channels.ts'
import type { LinkPath } from './paths.ts'
import { spacing } from './spacing.ts'
import type { Spans } from './spans.ts'
import type { Point } from './types.ts'
import type { Wiring } from './wiring.ts'

/** Corners of each path from its left (or upper) card to its right (or lower) one. */
export function drawRoutes(wiring: Wiring, channels: Channels, spans: Spans): Point[][] {
  const { board, paths, ports } = wiring
  const slotX = (channel: number, slot: number) => {
    const { x, width } = spans.channels[channel]!
    const used = (channels.counts[channel]! - 1) * spacing.slot
    return x + (width - used) / 2 + slot * spacing.slot
  }
  return paths.map((path, index) => {
    const { leftY, rightY, runY } = ports[index]!
    const [first, second] = channels.slots[index]!
    const leftColumn = board.columns.ofCard[path.left]!
    const rightColumn = board.columns.ofCard[path.right]!
    if (path.shape === 'vertical') return verticalRoute(wiring, index, spans)
    const start = { x: rightEdge(wiring, path.left, spans), y: leftY }
    if (path.shape === 'side') {
      const x = slotX(leftColumn + 1, first)
      return [
        start,
        { x, y: leftY },
        { x, y: rightY },
        { x: rightEdge(wiring, path.right, spans), y: rightY },
      ]
    }
    const points = [start]
    if (first >= 0) {
      const x = slotX(leftColumn + 1, first)
      points.push({ x, y: leftY }, { x, y: path.shape === 'long' ? runY : rightY })
    }
    if (second >= 0) {
      const x = slotX(rightColumn, second)
      points.push({ x, y: runY }, { x, y: rightY })
    }
    points.push({ x: spans.columns[rightColumn]!.x, y: rightY })
    return points
  })
}

export function verticalRoute({ board, paths, ports, bands }: Wiring, index: number, spans: Spans): Point[] {
  const path = paths[index]!
  const x = spans.columns[board.columns.ofCard[path.left]!]!.x + ports[index]!.inset
  const halfHeight = (card: number) => board.scene.cards[card]!.height / 2
  return [
    { x, y: bands.middles[path.left]! + halfHeight(path.left) },
    { x, y: bands.middles[path.right]! - halfHeight(path.right) },
  ]
}

/** Corners in the link's own direction. */
export function inSendingOrder(path: LinkPath, points: Point[]): Point[] {
  return path.isReversed ? points.toReversed() : points
}

function rightEdge({ board }: Wiring, card: number, spans: Spans): number {
  return spans.columns[board.columns.ofCard[card]!]!.x + board.scene.cards[card]!.width
}
