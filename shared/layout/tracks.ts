/** Gives each run in a gutter a track of its own beside the runs it overlaps. */
import { addToGroup } from './addToGroup.ts'
import type { Board } from './board.ts'
import type { LinkPath } from './paths.ts'
import { assignSlots, type Leg } from './slots.ts'

export interface Tracks {
  /** Per path; 0 for a path without a run in a gutter. */
  ofPath: number[]
  /** Per level: how many tracks its gutter holds. */
  counts: number[]
}

/** Only the order of channels matters, so their distance may be any that the slots tell apart. */
const channelStep = 100

export function assignTracks(board: Board, paths: LinkPath[]): Tracks {
  const ofPath = paths.map(() => 0)
  const counts = new Array<number>(board.levelCount).fill(0)
  const pathsOfLevel = new Map<number, number[]>()
  paths.forEach((path, index) => {
    if (path.shape !== 'long' || !board.isGutter[path.run]) return
    addToGroup(pathsOfLevel, path.run, index)
  })
  for (const [level, indexes] of pathsOfLevel) {
    const slots = assignSlots(
      indexes.map((index) => runAsLeg(board, paths[index]!)),
      false,
    )
    indexes.forEach((index, position) => {
      ofPath[index] = slots[position]!
    })
    counts[level] = Math.max(...slots) + 1
  }
  return { ofPath, counts }
}

function runAsLeg(board: Board, path: LinkPath): Leg {
  const low = (board.columns.ofCard[path.left]! + 1) * channelStep
  const high = board.columns.ofCard[path.right]! * channelStep
  const sideTo = (card: number) => (board.levelOfCard[card]! < path.run ? -1 : 1)
  return {
    low,
    high,
    ends: [
      { at: low, side: sideTo(path.left) },
      { at: high, side: sideTo(path.right) },
    ],
  }
}
