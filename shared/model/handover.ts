import { z } from 'zod'
import { moment } from './coMapping.ts'
import { id, name } from './fields.ts'

/** The convener offers another organisation to organise in its place; nothing changes until that one says yes. */
export const handoverContent = z.object({
  /** The offering organisation and person. */
  organisationId: id,
  personId: id,
  authorName: name,
  offeredAt: moment,
  toOrganisationId: id,
  state: z.enum(['offered', 'accepted', 'declined', 'withdrawn']),
})
