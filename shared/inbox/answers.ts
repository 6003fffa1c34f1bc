// What the API says about an inbox.
import { z } from 'zod'
import { rightChange } from '../accounts/rightChange.ts'
import { mapContentKinds, moment } from '../model/coMapping.ts'
import { id } from '../model/fields.ts'
import { rowKinds } from '../model/rows.ts'
import { mapChanges } from './mapChanges.ts'
import { digests, newsKinds } from './news.ts'

/** One line of an inbox, made from its row as the reader may see it now. */
export const newsLine = z.object({
  id,
  kind: z.enum(newsKinds),
  at: moment,
  isRead: z.boolean(),
  /** Null where it is about one's organisation alone. */
  ecosystemId: id.nullable(),
  /** Null where it is about the whole ecosystem, or none. */
  map: z.object({ id, name: z.string() }).nullable(),
  /** The row that somebody was called to. */
  row: z.object({ kind: z.enum([...rowKinds, 'membership']), id }),
  /** The object of the map it is about, or the ecosystem, or one's organisation. */
  about: z.object({ kind: z.enum([...mapContentKinds, 'ecosystem', 'organisation']), id, name: z.string() }),
  /** Who said, shared or asked it, where the row names them. */
  by: z.object({ organisation: z.string(), person: z.string() }),
  /** What was said or asked, in the words of the row. */
  text: z.string(),
  /** Of what was proposed or asked: how it was answered. */
  outcome: z.enum(['yes', 'no']).nullable(),
  /** Of a map one follows: what changed on it, as far as one sees it. */
  changes: mapChanges.optional(),
  /** Of what an admin lets one do. */
  rights: rightChange.optional(),
})
export type NewsLine = z.infer<typeof newsLine>

/** GET /api/inbox: the latest lines, and how many of all are unread. */
export const inboxAnswer = z.object({ unread: z.number().int(), lines: z.array(newsLine) })
export type InboxAnswer = z.infer<typeof inboxAnswer>

/** POST /api/inbox/read */
export const readMarks = z.object({ ids: z.array(id).min(1).max(200) })

export const digestChoice = z.object({ digest: z.enum(digests) })
export type DigestChoice = z.infer<typeof digestChoice>

/** GET /api/maps/{id}/following: whether one is told what changes there, and how many of one's own organisation are. */
export const followingAnswer = z.object({ follows: z.boolean(), ownFollowers: z.number().int() })
export type FollowingAnswer = z.infer<typeof followingAnswer>

/** PUT /api/maps/{id}/following */
export const followingChoice = z.object({ follows: z.boolean() })
