export const lenses = ['plan', 'owners', 'heat', 'seams'] as const

/** What the map brings out: nothing in particular, who delivers, what hurts and delights, or the handoffs. */
export type Lens = (typeof lenses)[number]

export const lensNames: Record<Lens, string> = {
  plan: 'Plan',
  owners: 'Owners',
  heat: 'Heat',
  seams: 'Seams',
}
