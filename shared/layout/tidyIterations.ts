/**
 * How many changes are worth trying: a small map has few, one of a large map takes long to judge. Some seconds of one
 * core at the most, whatever the size.
 */
export function tidyIterations(cards: number): number {
  return Math.round(Math.max(40, Math.min(30 * cards, 350_000 / cards, 60_000_000 / cards ** 2)))
}
