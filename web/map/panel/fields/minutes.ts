const units: readonly (readonly [RegExp, number])[] = [
  [/^(m|min|mins|minute|minutes)?$/, 1],
  [/^(h|hr|hrs|hour|hours)$/, 60],
  [/^(d|day|days)$/, 1_440],
  [/^(w|week|weeks)$/, 10_080],
]

/**
 * Reads a duration as people type it: "30 min", "4 h", "2 days", "1.5 d"; a bare number is minutes.
 * @returns whole minutes, null for nothing, undefined for what makes no sense
 */
export function readMinutes(typed: string): number | null | undefined {
  const text = typed.trim().toLowerCase().replace(',', '.')
  if (text === '') return null
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/.exec(text)
  const factor = match && units.find(([pattern]) => pattern.test(match[2]!))?.[1]
  return match && factor ? Math.round(Number(match[1]) * factor) : undefined
}
