// What a page keeps in its address, so that a link to it shows the same thing. A part that makes no sense is dropped.
import { z } from 'zod'

const optionalId = z.string().optional().catch(undefined)
const optionalText = z.string().max(200).optional().catch(undefined)
const path = z
  .string()
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined)

/** `next`: the path inside Interlane to go on to; never another site. */
export const signInSearch = z.object({ next: path })

/** `email`: an invited person's address, filled in for them. */
export const signUpSearch = z.object({ next: path, email: optionalText })

/** `select`: the row whose panel is open; `partner`: the organisation of "What X sees of ours". */
export const mapSearch = z.object({
  view: z.enum(['canvas', 'table', 'outline']).optional().catch(undefined),
  lens: z.enum(['owners', 'heat', 'seams']).optional().catch(undefined),
  /** What the Heat lens shows, unless marks. */
  heat: z.enum(['performance', 'feelings']).optional().catch(undefined),
  select: optionalId,
  partner: optionalId,
  /** The board of the co-mapping session lies over the map. */
  session: z.enum(['board']).optional().catch(undefined),
  /** The filter: the party that starts a touchpoint, and what it is. */
  startedBy: optionalId,
  segment: optionalText,
  role: optionalText,
  kind: optionalText,
  channel: optionalText,
  layer: optionalText,
  region: optionalText,
  /** Whether the end customer sees it. */
  sees: z.enum(['yes', 'no']).optional().catch(undefined),
  /** Whether it is written down how it should feel. */
  defined: z.enum(['yes', 'no']).optional().catch(undefined),
})

export const handoffsSearch = z.object({
  view: z.enum(['matrix']).optional().catch(undefined),
  waiting: z.enum(['us', 'them']).optional().catch(undefined),
  state: z.enum(['open', 'confirmed', 'disputed', 'changed', 'promise']).optional().catch(undefined),
  map: optionalId,
  party: optionalId,
  /** The two parties of a cell of the matrix. */
  from: optionalId,
  to: optionalId,
  find: optionalText,
})

export const reviewSearch = z.object({
  reason: z
    .enum(['pain', 'disputed', 'changed', 'late', 'apart', 'inconsistent'])
    .optional()
    .catch(undefined),
  map: optionalId,
  party: optionalId,
  organisation: optionalId,
  /** Moments of truth only. */
  truth: z.boolean().optional().catch(undefined),
  item: optionalId,
})

/** `invite`: the party that the open invitation is about; `map`: where the need for it arose. */
export const partnersSearch = z.object({ invite: optionalId, map: optionalId })

export const sharingSearch = z.object({ with: optionalId, map: optionalId })

export const newMapSearch = z.object({ starter: optionalText })

export const settingsSearch = z.object({
  tab: z.enum(['profile', 'sessions', 'organisation']).optional().catch(undefined),
})

/** `cards`: touchpoints to begin with, divided by commas. */
export const newRoundSearch = z.object({
  map: optionalId,
  cards: z.string().max(8_000).optional().catch(undefined),
})
