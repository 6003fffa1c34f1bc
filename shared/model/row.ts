import { z } from 'zod'
import { id } from './fields.ts'

/** `map:<id>`, `org:<id>`, `person:<id>`, or by explicit choice `ecosystem:<id>`. */
export const audienceKey = z.string().regex(/^(map|org|person|ecosystem):[0-9a-f-]{36}$/)

/**
 * What every row of an ecosystem has beside its content.
 * `versions` counts the changes of each field, so that a lost change is noticed and undo knows what has moved on.
 * `lineageId` stays the same on every copy of a row.
 */
export const rowBase = z.object({
  id,
  ecosystemId: id,
  audience: z.array(audienceKey).min(1, { error: 'an empty audience would mean nobody' }),
  deleted: z.boolean(),
  versions: z.record(z.string(), z.number().int()),
  lineageId: id,
  addedByOrganisationId: id,
})

export type RowBase = z.infer<typeof rowBase>
