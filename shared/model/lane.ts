import { z } from 'zod'
import { id, line, rank } from './fields.ts'

/** One party's journey on a map. A sub-lane (a department) names its parent lane. */
export const laneContent = z.object({
  mapId: id,
  partyId: id,
  parentLaneId: id.nullable().default(null),
  /** Set on sub-lanes; a lane without a name shows its party's. */
  name: line,
  nature: z.enum(['b2b', 'b2c']).default('b2b'),
  ownStages: z.boolean().default(false),
  rank,
})
