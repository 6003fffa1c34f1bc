import { z } from 'zod'
import { id, name } from './fields.ts'

export const partyKinds = [
  'producer',
  'distributor',
  'partner',
  'endCustomer',
  'competitor',
  'other',
] as const
export type PartyKind = (typeof partyKinds)[number]

/** An actor of an ecosystem, the same on every map; held by one organisation or kept by a steward. */
export const partyContent = z.object({
  name,
  kind: z.enum(partyKinds),
  /** Steps away from the end customer: 0 is the end customer itself. */
  tier: z.number().int().min(0).max(20).nullable().default(null),
  heldByOrganisationId: id.nullable().default(null),
  stewardOrganisationId: id,
})
