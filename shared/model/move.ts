import { z } from 'zod'
import { id, rank } from './fields.ts'
import { proposalStates } from './touchpoint.ts'

/** Another place for a touchpoint, proposed by an organisation that may not move it itself. */
export const moveContent = z.object({
  mapId: id,
  touchpointId: id,
  laneId: id,
  stageId: id,
  rank,
  /** The side of the line of visibility it is to stand on; null for the one it stands on. */
  customerSees: z.boolean().nullable().default(null),
  /** Where it stood when this was proposed: whoever answers sees whether it has moved since. */
  fromLaneId: id,
  fromStageId: id,
  /** Who has said yes; where the two lanes are others' than the proposer's, it takes both. */
  agreedOrganisationIds: z.array(id).max(2).default([]),
  state: z.enum(proposalStates).default('proposed'),
})
