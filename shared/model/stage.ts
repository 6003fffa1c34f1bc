import { z } from 'zod'
import { id, line, name, rank } from './fields.ts'

/** A large part of a journey: of the spine when `laneId` is null, otherwise of that lane's own row of stages. */
export const stageContent = z.object({
  mapId: id,
  laneId: id.nullable().default(null),
  name,
  goal: line,
  /** Gone through again and again, such as a quarterly review. */
  recurs: z.boolean().default(false),
  /** How often, in the person's words: "4 per year". */
  frequency: line,
  rank,
})
