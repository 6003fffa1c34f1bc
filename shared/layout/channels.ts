/** Gives each vertical leg a slot in its channel, and moves ports apart where two links would lie on each other. */
import { addToGroup } from './addToGroup.ts'
import type { Board } from './board.ts'
import type { LinkPath } from './paths.ts'
import { separatePorts } from './separatePorts.ts'
import { assignSlots, type Leg } from './slots.ts'
import type { Wiring } from './wiring.ts'

export interface Channels {
  /** Per path: slot of its first and second vertical leg from the left; -1 where it has none. */
  slots: [number, number][]
  /** Per channel: how many slots it needs. */
  counts: number[]
}

const rounds = 20

/** Changes the ports of the wiring where two links would meet on one line. */
export function assignChannels(wiring: Wiring): Channels {
  const { board, paths } = wiring
  const channels: Channels = {
    slots: paths.map(() => [-1, -1]),
    counts: new Array<number>(board.columns.count + 1).fill(0),
  }
  const pathsOfChannel = new Map<number, number[]>()
  paths.forEach((path, index) => {
    for (const channel of channelsOf(board, path)) {
      addToGroup(pathsOfChannel, channel, index)
    }
  })
  let changed: Iterable<number> = [...pathsOfChannel.keys()]
  for (let round = 0; round < rounds; round += 1) {
    for (const channel of changed) {
      solveChannel(wiring, channels, channel, pathsOfChannel.get(channel)!)
    }
    const moved = separatePorts(wiring, channels)
    if (moved.size === 0) break
    changed = new Set([...moved].flatMap((path) => channelsOf(board, paths[path]!)))
  }
  return channels
}

/** The channels that may hold a vertical leg of the path, from the left. */
export function channelsOf(board: Board, path: LinkPath): number[] {
  const first = board.columns.ofCard[path.left]! + 1
  if (path.shape === 'vertical') return []
  return path.shape === 'long' ? [first, board.columns.ofCard[path.right]!] : [first]
}

function solveChannel(
  { board, paths, ports }: Wiring,
  channels: Channels,
  channel: number,
  indexes: number[],
): void {
  const legs: { leg: Leg; path: number; position: 0 | 1 }[] = []
  for (const index of indexes) {
    const path = paths[index]!
    const { leftY, rightY, runY } = ports[index]!
    const position = path.shape === 'long' && channel === board.columns.ofCard[path.right] ? 1 : 0
    const from = position === 1 ? runY : leftY
    const to = path.shape === 'long' && position === 0 ? runY : rightY
    channels.slots[index]![position] = -1
    if (from === to) continue
    const leg: Leg = {
      low: Math.min(from, to),
      high: Math.max(from, to),
      ends: [
        { at: from, side: -1 },
        { at: to, side: path.shape === 'side' ? -1 : 1 },
      ],
    }
    legs.push({ leg, path: index, position })
  }
  const slots = assignSlots(
    legs.map(({ leg }) => leg),
    true,
  )
  legs.forEach(({ path, position }, index) => {
    channels.slots[path]![position] = slots[index]!
  })
  channels.counts[channel] = Math.max(-1, ...slots) + 1
}
