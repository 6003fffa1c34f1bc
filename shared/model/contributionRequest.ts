import { z } from 'zod'
import { dueOn, moment } from './coMapping.ts'
import { id, line, name, text } from './fields.ts'

/** One organisation asks a department or a partner to describe touchpoints of a stage or lane. */
export const contributionRequestContent = z.object({
  mapId: id,
  /** The asking organisation and person. */
  organisationId: id,
  personId: id,
  authorName: name,
  askedAt: moment,
  /** When whoever asked last reminded of it. */
  remindedAt: moment.nullable().default(null),
  askedOrganisationId: id,
  /** Who inside the asked organisation, in words; it knows best itself. */
  department: line,
  /** A colleague who is asked by name; nobody outside knows the people of an organisation. */
  askedPersonId: id.nullable().default(null),
  laneId: id.nullable().default(null),
  stageId: id.nullable().default(null),
  touchpointIds: z.array(id).max(200).default([]),
  text,
  dueOn,
  state: z.enum(['open', 'done', 'declined', 'withdrawn']),
  /** What the asked organisation answers when it is done or declines. */
  answer: text,
  /** When it was answered or withdrawn. */
  settledAt: moment.nullable().default(null),
})
