import type { LayoutInput } from './types.ts'

/** Geometry is cached under this: a short text that is equal for inputs that draw the same. */
export function hashLayoutInput(input: LayoutInput): string {
  const { lanes, stages, cards, links, bonds = [], cap, minLaneHeight } = input
  const parts = [
    lanes.map(({ id, ownStages }) => [id, ownStages]),
    stages.map(({ id, laneId, minWidth }) => [id, laneId, minWidth]),
    // The order of cards in the list does not matter, their ranks do.
    cards
      .map(({ id, laneId, stageId, rank, column, below, width, height }) =>
        JSON.stringify([
          ...[id, laneId, stageId, rank, column ?? null, width, height],
          ...(below ? ['below'] : []),
        ]),
      )
      .sort(),
    links.map(({ id, from, to, loopBack, label }) => [id, from, to, loopBack, label?.width, label?.height]),
    [cap, minLaneHeight],
    ...(bonds.length > 0 ? [bonds.map(({ id, cardId }) => [id, cardId])] : []),
  ]
  return hashText(JSON.stringify(parts))
}

/** Two 32-bit FNV-1a sums with different starts, as 16 hexadecimal digits. */
function hashText(text: string): string {
  let [first, second] = [0x811c9dc5, 0x9e3779b9]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ (code + index), 0x85ebca6b)
  }
  return [first, second].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}
