import { z } from 'zod'
import { id, line } from './fields.ts'
import { proposalStates } from './touchpoint.ts'

export const accountabilities = ['accountable', 'contributes', 'informed'] as const
export type Accountability = (typeof accountabilities)[number]

/** The share of a party (through it, of the organisation that holds it) in delivering a touchpoint. */
export const ownershipContent = z.object({
  mapId: id,
  touchpointId: id,
  partyId: id,
  accountability: z.enum(accountabilities),
  state: z.enum(proposalStates),
})

/** Who inside the owning organisation answers for it; the organisation's own until it shares it. */
export const responsibilityContent = z.object({
  mapId: id,
  ownershipId: id,
  organisationId: id,
  department: line,
  region: line,
  person: line,
})
