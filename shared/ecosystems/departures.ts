// What browser and server say to each other about maps an organisation takes part in no longer.
import { z } from 'zod'
import { id } from '../model/fields.ts'

/** How long what was an organisation's own can be fetched after it left. */
export const keepsOwnRowsDays = 90

/** GET /api/departures: one for each time that maps were left together; one's own rows of them can be fetched until then. */
export const departureAnswer = z.object({
  ecosystemId: id,
  ecosystem: z.string(),
  maps: z.array(z.object({ id, name: z.string() })),
  leftAt: z.iso.datetime(),
  until: z.iso.datetime(),
  /** The organisation that ended the part; empty when one's own left. */
  endedBy: z.string(),
})
export type DepartureAnswer = z.infer<typeof departureAnswer>
