/** Heights: lanes, rows, gutters and the tracks in them, from top to bottom. */
import { addToGroup } from './addToGroup.ts'
import type { Board } from './board.ts'
import { spacing } from './spacing.ts'
import type { Tracks } from './tracks.ts'

export interface Bands {
  lanes: { y: number; height: number }[]
  /** Per lane: y of its line of visibility; null where it has none. */
  lines: (number | null)[]
  /** Middle of each card. */
  middles: number[]
  /** Per level: y of its first track; of no meaning for rows. */
  firstTracks: number[]
  /** Per seam, between lane i and lane i + 1. */
  seams: { y: number; height: number }[]
  height: number
}

/** @param seamHeights per seam, in pixels */
export function stackBands(board: Board, tracks: Tracks, seamHeights: number[]): Bands {
  const { scene, rows } = board
  const bands: Bands = {
    lanes: [],
    lines: scene.lanes.map(() => null),
    middles: scene.cards.map(() => 0),
    firstTracks: new Array<number>(board.levelCount).fill(0),
    seams: [],
    height: 0,
  }
  const cardsOfLevel = new Map<number, number[]>()
  board.levelOfCard.forEach((level, card) => {
    addToGroup(cardsOfLevel, level, card)
  })
  let y = 0
  scene.lanes.forEach((lane, index) => {
    const top = y
    const first = board.firstLevels[index]!
    const last = first + 2 * rows.counts[index]!
    const below = rows.firstBelow[index] ?? null
    const lineLevel = below === null ? null : first + 2 * below
    const heading = lane.ownStages ? spacing.heading : 0
    const heights: number[] = []
    for (let level = first; level <= last; level += 1) {
      const cards = cardsOfLevel.get(level) ?? []
      const rowHeight = Math.max(0, ...cards.map((card) => scene.cards[card]!.height)) || spacing.emptyRow
      const heightOf = level === lineLevel ? lineHeight : gutterHeight
      const isEdge = level === first || level === last
      heights.push(board.isGutter[level] ? heightOf(tracks.counts[level]!, isEdge) : rowHeight)
    }
    const least = scene.minLaneHeight ?? spacing.laneMinHeight
    const missing = Math.max(0, least - heading - heights.reduce((sum, height) => sum + height, 0))
    y += heading
    heights.forEach((height, offset) => {
      const level = first + offset
      if (level === first) y += missing / 2
      // The first gutter keeps its tracks away from the lane's edge, the others from the cards above.
      const padding = level === first ? spacing.laneEdge - 2 : spacing.gutterPadding
      bands.firstTracks[level] = y + padding
      for (const card of cardsOfLevel.get(level) ?? []) bands.middles[card] = y + height / 2
      y += height
      if (level === lineLevel) bands.lines[index] = y - spacing.visibility / 2
    })
    y += missing / 2
    bands.lanes.push({ y: top, height: y - top })
    if (index < scene.lanes.length - 1) {
      bands.seams.push({ y, height: seamHeights[index]! })
      y += seamHeights[index]!
    }
  })
  bands.height = y
  return bands
}

function gutterHeight(tracks: number, isEdge: boolean): number {
  if (isEdge) {
    if (tracks === 0) return spacing.laneEdge
    return (tracks - 1) * spacing.track + spacing.gutterPadding + spacing.laneEdge - 2
  }
  return Math.max(spacing.rowGutter, (tracks - 1) * spacing.track + 2 * spacing.gutterPadding)
}

/** The line takes a strip of its own below the tracks, so that no link runs along it. */
function lineHeight(tracks: number, isEdge: boolean): number {
  return spacing.visibility + (tracks === 0 ? 0 : gutterHeight(tracks, isEdge))
}
