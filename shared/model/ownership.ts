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

/** Who inside the owning organisation answers for it; the organisation's own until it shares it. `person` may name who stands in. */
export const responsibilityContent = z.object({
  mapId: id,
  ownershipId: id,
  organisationId: id,
  department: line,
  region: line,
  person: line,
})

/** Who answers, then who stands in should they leave: "Priya Nair; Joe Vale" is one line. */
export function peopleInCharge(person: string): string[] {
  return person
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
}

/** The line that names these people in this order. */
export function lineOfPeople(names: readonly string[]): string {
  return names
    .map((name) => name.replaceAll(';', ' ').trim())
    .filter(Boolean)
    .join('; ')
}
