import type { Journey } from './journey/journey.ts'

export const lenses = ['plan', 'owners', 'heat', 'seams'] as const

/** What the map brings out: nothing in particular, who delivers, what hurts and delights, or the handoffs. */
export type Lens = (typeof lenses)[number]

export const lensNames: Record<Lens, string> = {
  plan: 'Plan',
  owners: 'Owners',
  heat: 'Heat',
  seams: 'Seams',
}

export const heats = ['marks', 'performance', 'feelings'] as const

/** What the Heat lens shows: cards by their marks or their scores, or beside their marks the feelings along a lane. */
export type Heat = (typeof heats)[number]

export const heatNames: Record<Heat, string> = {
  marks: 'Marks',
  performance: 'How well it works',
  feelings: 'Feelings',
}

/** A strategic map has nothing a lens could bring out. */
export function hasLenses({ map }: Pick<Journey, 'map'>): boolean {
  return map.framework !== 'strategic'
}
