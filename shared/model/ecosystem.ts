import { z } from 'zod'
import { id, line, name } from './fields.ts'

/** Organisations that serve the same end customer along a value chain; the convener organises it. */
export const ecosystemContent = z.object({
  name,
  goal: line,
  convenerOrganisationId: id,
  /** Content that ships with the program as an example; its figures are plausible, not measured. */
  demo: z.boolean().default(false),
})
