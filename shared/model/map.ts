import { z } from 'zod'
import { id, line, name, rank, text } from './fields.ts'

export const mapFrameworks = ['strategic', 'tactical', 'performance'] as const
export type MapFramework = (typeof mapFrameworks)[number]
export const mapStates = ['asIs', 'toBe'] as const

/** Linked journeys of several parties, with a charter (objective, what success looks like, scope). */
export const mapContent = z.object({
  name,
  framework: z.enum(mapFrameworks).default('tactical'),
  state: z.enum(mapStates).default('asIs'),
  objective: text,
  success: text,
  scope: line,
  parentTouchpointId: id.nullable().default(null),
  rank,
})
