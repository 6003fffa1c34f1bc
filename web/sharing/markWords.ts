import type { Mark } from '../../shared/model/rows.ts'

/** Who feels and who causes what a mark names; empty while it names nobody. */
export function sayParties(mark: Mark, nameOf: (partyId: string) => string): string {
  const felt = mark.feltByPartyId ? `, felt by ${nameOf(mark.feltByPartyId)}` : ''
  const caused = mark.causedByPartyId ? `, caused by ${nameOf(mark.causedByPartyId)}` : ''
  return felt + caused
}
