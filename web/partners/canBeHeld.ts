import type { SeenRows } from '../../shared/analysis/seenRows.ts'
import type { Party } from '../../shared/model/rows.ts'

/** True while nobody holds a party and an organisation could; where all its lanes are consumers', nobody speaks for them. */
export function canBeHeld(party: Party, rows: SeenRows): boolean {
  const lanes = rows.list('lane', 'partyId', party.id).filter(({ deleted }) => !deleted)
  const isConsumers = lanes.length > 0 && lanes.every(({ nature }) => nature === 'b2c')
  return party.heldByOrganisationId === null && !isConsumers
}
