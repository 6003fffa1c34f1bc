// The outlines of the seam as SVG path data around (0, 0), so that SVG, HTML and a drawing canvas show the same thing.

/** `hollow`: not confirmed; `filled`: confirmed; `cracked`: disputed, or confirmed before the terms changed. */
export type HalfState = 'hollow' | 'filled' | 'cracked'

/** `giving` is the half of the side that hands over, above or left; `taking` the other. */
export type Half = 'giving' | 'taking'

/** Whether the halves stand above one another, crossing a gutter, or side by side in a line of text. */
export type SeamDirection = 'across' | 'along'

/** Both confirmed: the halves touch. Anything else leaves a gap one can see. */
export function isShut(giving: HalfState, taking: HalfState): boolean {
  return giving === 'filled' && taking === 'filled'
}

/** Distance in pixels of each half from the middle line. */
export function gapOf(radius: number, shut: boolean): number {
  return shut ? 0 : Math.max(1.25, radius * 0.14)
}

/**
 * One half-disc as path data. Drawn as the upper half for `giving` and the lower for `taking`; for the direction
 * `along` rotate the drawing by -90 degrees. A cracked half comes as two fragments that have slipped apart.
 */
export function halfDisc(half: Half, state: HalfState, radius: number): string {
  const sign = half === 'giving' ? -1 : 1
  return state === 'cracked' ? crackedHalf(sign, radius) : plainHalf(sign, radius)
}

function plainHalf(sign: 1 | -1, radius: number): string {
  return `M${-radius} 0A${radius} ${radius} 0 0 ${sign < 0 ? 1 : 0} ${radius} 0Z`
}

/** A zigzag runs from the rim to the flat edge; the fragments lean away from it. */
function crackedHalf(sign: 1 | -1, r: number): string {
  const sweep = sign < 0 ? 1 : 0
  const y = (share: number) => round(sign * r * share)
  const x = (share: number) => round(r * share)
  const left = `M${-r} 0A${r} ${r} 0 0 ${sweep} ${x(-0.02)} ${y(1)}L${x(-0.24)} ${y(0.62)}L${x(0.06)} ${y(0.38)}L${x(-0.16)} 0Z`
  const right = `M${r} 0A${r} ${r} 0 0 ${1 - sweep} ${x(0.26)} ${y(0.965)}L${x(0.04)} ${y(0.66)}L${x(0.34)} ${y(0.36)}L${x(0.12)} 0Z`
  return `${left}${right}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
