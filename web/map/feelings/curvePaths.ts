// Where the emotion curve runs, in pixels of its strip.
import type { Feeling, FeltPoint } from '../../../shared/analysis/feelings.ts'

/** Width of one touchpoint. */
export const pitch = 132
export const height = 168
export const middle = 82
const levelHeight = 11

export function placeOf({ level }: Feeling, index: number): { x: number; y: number } {
  return { x: index * pitch + pitch / 2, y: middle - level * levelHeight }
}

/** A line through the touchpoints that say something; the others are passed over. */
export function lineOf(points: readonly FeltPoint[], kind: 'felt' | 'desired'): string {
  const places = points.flatMap((point, index) => (point[kind] ? [placeOf(point[kind], index)] : []))
  return pathOf(places)
}

/** Between two neighbours that both say how it feels and how it should: what lies between the two lines. */
export function gapsOf(points: readonly FeltPoint[]): string[] {
  const both = points.flatMap(({ felt, desired }, index) =>
    felt && desired ? [{ felt: placeOf(felt, index), desired: placeOf(desired, index), index }] : [],
  )
  return both.flatMap((from, at) => {
    const to = both[at + 1]
    if (!to || !isUnbroken(points, from.index, to.index)) return []
    return [`${pathOf([from.felt, to.felt, to.desired, from.desired])} Z`]
  })
}

/** Nobody says anything in between: the lines run straight from one to the other. */
function isUnbroken(points: readonly FeltPoint[], from: number, to: number): boolean {
  return points.slice(from + 1, to).every(({ felt, desired }) => !felt && !desired)
}

function pathOf(places: readonly { x: number; y: number }[]): string {
  return places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'} ${x} ${y}`).join(' ')
}
