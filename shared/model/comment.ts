import { z } from 'zod'
import { mapContentKinds, moment } from './coMapping.ts'
import { id, name } from './fields.ts'

/** Whom a comment calls: an organisation, or one person of it. */
export const mention = z.object({ organisationId: id, personId: id.nullable().default(null) })
export type Mention = z.infer<typeof mention>

/** What a person says about an object of a map. A reply names the comment that began its thread and has its audience. */
export const commentContent = z.object({
  mapId: id,
  targetKind: z.enum(mapContentKinds),
  targetId: id,
  /** The mark on the object, or the organisation's view of it, that the thread stands on; with neither, the object as such. */
  markId: id.nullable().default(null),
  perspectiveId: id.nullable().default(null),
  /** What has no place on the map, and is talked about on the map as a whole. */
  partyId: id.nullable().default(null),
  roundId: id.nullable().default(null),
  contributionRequestId: id.nullable().default(null),
  sessionId: id.nullable().default(null),
  stickyId: id.nullable().default(null),
  organisationId: id,
  personId: id,
  /** Name of the person when it was written, as signed. */
  authorName: name,
  writtenAt: moment,
  replyToId: id.nullable().default(null),
  text: z
    .string()
    .trim()
    .min(1, { error: 'says nothing yet' })
    .max(5_000, { error: 'is longer than 5,000 characters' }),
  mentions: z.array(mention).max(20).default([]),
  /** Of the comment that began the thread: nothing is left to say. */
  resolved: z.boolean().default(false),
  /** Name of what it was attached to, once that is gone. */
  unplacedFrom: z.string().nullable().default(null),
})
