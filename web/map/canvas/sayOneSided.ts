import type { JourneyLane } from '../journey/journey.ts'

/** Why what passes between two lanes can be confirmed by one side only, or by none; null where both can. */
export function sayOneSided(giver: JourneyLane, taker: JourneyLane): string | null {
  if (giver.isDescribed)
    return `Nobody speaks for ${giver.name} yet, so this only describes what passes. It is not agreed.`
  if (taker.lane.nature === 'b2c') return `Consumers confirm nothing: this is a promise by ${giver.name}.`
  if (taker.isDescribed) return `Until ${taker.name} is here, this is a promise by ${giver.name}.`
  const holder = giver.party.heldByOrganisationId
  if (holder !== null && holder === taker.party.heldByOrganisationId)
    return 'One organisation holds both sides: this is a promise, nobody else confirms it.'
  return null
}
