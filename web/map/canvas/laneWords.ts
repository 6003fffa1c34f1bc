import type { JourneyLane } from '../journey/journey.ts'
import { partyKindNames } from '../words.ts'

/** What is said of a lane beside its name. */
export function laneWords({ lane, name, party, heldBy, keptBy, isDescribed }: JourneyLane): {
  role: string
  /** Who speaks for it, where that is not the party of the name. */
  speaker: string | null
} {
  const isPart = lane.parentLaneId !== null || name !== party.name
  const role = isPart ? `part of ${party.name}` : partyKindNames[party.kind]
  if (isDescribed) return { role, speaker: `described by ${keptBy ?? 'others'}, not yet confirmed` }
  return { role, speaker: heldBy && heldBy !== party.name ? `held by ${heldBy}` : null }
}
