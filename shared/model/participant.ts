import { z } from 'zod'
import { id } from './fields.ts'

/** An organisation's place on one map. Being active is what gives its people the key `map:<id>`. */
export const participantContent = z.object({
  mapId: id,
  organisationId: id,
  state: z.enum(['active', 'left']),
  /** A right the convener grants. */
  mayInvite: z.boolean().default(false),
})
