// What browser and server say to each other about founding and listing ecosystems; everything else is edits.
import { z } from 'zod'
import { id, line, name } from '../model/fields.ts'

/** With an `id` of one's own choice the request may be sent again when its answer was lost. */
export const foundEcosystemRequest = z.object({ id: id.optional(), name, goal: line })
export type FoundEcosystemRequest = z.infer<typeof foundEcosystemRequest>

export const ecosystemParameter = z.object({ ecosystemId: id })
export const mapParameter = z.object({ mapId: id })

export const ecosystemListItem = z.object({
  id,
  name: z.string(),
  goal: z.string(),
  demo: z.boolean(),
  convener: z.object({ id, name: z.string() }),
  maps: z.array(z.object({ id, name: z.string() })),
})
export type EcosystemListItem = z.infer<typeof ecosystemListItem>
