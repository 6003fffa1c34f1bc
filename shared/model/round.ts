import { z } from 'zod'
import { dueOn, moment } from './coMapping.ts'
import { id, line, name, score } from './fields.ts'

/** What can be rated in a blind round: fields of a perspective, from 0 to 10. */
export const measures = [
  'performance',
  'importanceForPerception',
  'importanceForDecision',
  'importanceForLoyalty',
] as const
export type Measure = (typeof measures)[number]

/** A blind round: people of several organisations rate touchpoints without seeing each other's answers until the reveal. */
export const roundContent = z.object({
  mapId: id,
  /** The facilitating organisation and person. */
  organisationId: id,
  personId: id,
  name,
  measures: z.array(z.enum(measures)).min(1, { error: 'names nothing to rate' }),
  touchpointIds: z.array(id).min(1, { error: 'names no touchpoint' }).max(200),
  /** Organisations whose people are asked. */
  askedOrganisationIds: z.array(id).min(1, { error: 'asks nobody' }).max(100),
  /** How many of the people an asked organisation has named have not begun. Who they are only it knows: their ballots are its own. */
  expected: z
    .array(z.object({ organisationId: id, people: z.number().int().min(1) }))
    .max(100)
    .default([]),
  dueOn,
  state: z.enum(['open', 'revealed', 'cancelled']),
})

/**
 * That a person takes part in a round, and whether they are done; never what they answered. `expected`: their organisation
 * has named them, and nobody outside learns it before they begin.
 */
export const ballotContent = z.object({
  mapId: id,
  roundId: id,
  organisationId: id,
  personId: id,
  authorName: name,
  state: z.enum(['expected', 'voting', 'done']),
  doneAt: moment.nullable().default(null),
})

/** One person's answer on one touchpoint and measure; the person's alone until the reveal. */
export const voteContent = z.object({
  mapId: id,
  roundId: id,
  touchpointId: id,
  organisationId: id,
  personId: id,
  measure: z.enum(measures),
  score,
  reason: line,
})
