import type { Point } from '../../../shared/layout/types.ts'

/** Where what is dragged would stand, and the line that shows it, in pixels of the screen. */
export interface Gap {
  /** What it would come before; null for the end of the row. */
  before: string | null
  at: number
  from: number
  to: number
}

interface Heading {
  id: string
  isMoving: boolean
  room: { x: number; y: number; width: number; height: number }
}

/** The place in a row of headings nearest to the pointer: before the first whose middle lies beyond it. */
export function gapAt(axis: 'x' | 'y', point: Point, headings: readonly Heading[]): Gap | null {
  const last = headings.at(-1)
  if (!last) return null
  const size = axis === 'x' ? 'width' : 'height'
  const [across, extent] = axis === 'x' ? (['y', 'height'] as const) : (['x', 'width'] as const)
  const next = headings.find(({ room }) => point[axis] < room[axis] + room[size] / 2)
  const line = next ? next.room[axis] : last.room[axis] + last.room[size]
  const beside = (next ?? last).room
  const before = next?.isMoving ? headings[headings.indexOf(next) + 1] : next
  return { before: before?.id ?? null, at: line, from: beside[across], to: beside[across] + beside[extent] }
}
