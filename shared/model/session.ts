import { z } from 'zod'
import { moment } from './coMapping.ts'
import { id, line, name, rank } from './fields.ts'

/** A co-mapping session: several people capture at once and follow who facilitates. */
export const sessionContent = z.object({
  mapId: id,
  /** The facilitating organisation and person. */
  organisationId: id,
  personId: id,
  authorName: name,
  name,
  /** What everybody is asked: "What happens between the order and the delivery?" */
  question: line,
  startedAt: moment,
  state: z.enum(['open', 'ended']),
})

/** A thought captured in a session, before it has a place: typed, then grouped, then made a touchpoint. */
export const stickyContent = z.object({
  mapId: id,
  sessionId: id,
  organisationId: id,
  personId: id,
  authorName: name,
  text: z
    .string()
    .trim()
    .min(1, { error: 'says nothing yet' })
    .max(300, { error: 'is longer than 300 characters' }),
  /** Name of the group it lies in; empty while it lies in none. */
  group: line,
  rank,
  /** The touchpoint it became. */
  touchpointId: id.nullable().default(null),
})
