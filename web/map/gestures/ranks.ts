import { generateKeyBetween } from 'fractional-indexing'

/**
 * A rank between two others; null stands for the end of the list. Two neighbours that share a rank (made at the same
 * moment by two people) leave no room: then it goes behind the first.
 */
export function rankBetween(before: string | null, after: string | null): string {
  try {
    return generateKeyBetween(before, before !== null && before === after ? null : after)
  } catch {
    return before === null ? `Z${after ?? ''}`.slice(0, 200) : `${before}V`
  }
}

/** Ranks for several in a row, one behind the other. */
export function ranksBetween(before: string | null, after: string | null, count: number): string[] {
  const ranks: string[] = []
  for (let made = 0; made < count; made++) ranks.push(rankBetween(ranks.at(-1) ?? before, after))
  return ranks
}
