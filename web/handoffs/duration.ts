export const durationUnits = {
  minutes: { label: 'minutes', minutes: 1 },
  hours: { label: 'hours', minutes: 60 },
  days: { label: 'days', minutes: 24 * 60 },
} as const

export type DurationUnit = keyof typeof durationUnits

const longest = 5_256_000

/** The largest unit in which a number of minutes is whole; days for none. */
export function splitDuration(minutes: number | null): { amount: number | null; unit: DurationUnit } {
  if (minutes === null) return { amount: null, unit: 'days' }
  const unit = (['days', 'hours'] as const).find(
    (one) => minutes > 0 && minutes % durationUnits[one].minutes === 0,
  )
  return { amount: minutes / durationUnits[unit ?? 'minutes'].minutes, unit: unit ?? 'minutes' }
}

/** @param amount what stands in the field; an empty one is no duration @returns whole minutes, at most ten years */
export function joinDuration(amount: number | string, unit: DurationUnit): number | null {
  if (amount === '' || Number.isNaN(Number(amount))) return null
  return Math.min(longest, Math.max(0, Math.round(Number(amount) * durationUnits[unit].minutes)))
}
