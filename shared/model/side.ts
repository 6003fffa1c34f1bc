import { z } from 'zod'
import { id, line, rank } from './fields.ts'
import { proposalStates } from './touchpoint.ts'

/** The place of a touchpoint in a second lane: two parties live it together, each with its own label. */
export const sideContent = z.object({
  mapId: id,
  touchpointId: id,
  laneId: id,
  stageId: id,
  rank,
  column: z.number().int().min(0).max(500).nullable().default(null),
  /** What this lane calls it; empty shows the touchpoint's name. */
  name: line,
  state: z.enum(proposalStates),
})
