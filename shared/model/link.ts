import { z } from 'zod'
import { id, line, minutes, text } from './fields.ts'
import { channels, proposalStates } from './touchpoint.ts'

export const linkKinds = ['sequence', 'loopBack'] as const

/** The terms of a handoff: exactly what both parties see and confirm. */
export const termsContent = z.object({
  passes: line,
  channel: z.enum(channels).nullable().default(null),
  trigger: line,
  expectedMinutes: minutes,
  acceptance: text,
})
export type Terms = z.infer<typeof termsContent>

/** Touchpoint to touchpoint. Between lanes of two parties it is a handoff, and its terms count. */
export const linkContent = z.object({
  mapId: id,
  fromTouchpointId: id,
  toTouchpointId: id,
  kind: z.enum(linkKinds).default('sequence'),
  state: z.enum(proposalStates).default('accepted'),
  ...termsContent.shape,
})

/** One organisation's signature under the terms of a handoff, with the terms it signed. */
export const confirmationContent = z.object({
  mapId: id,
  linkId: id,
  partyId: id,
  organisationId: id,
  /** `voided`: it was confirmed, then the terms changed. `disputed`: this side says it does not work like this. */
  state: z.enum(['confirmed', 'disputed', 'voided', 'withdrawn']),
  termsHash: z.string().min(1).max(80),
  terms: termsContent,
  note: text,
})
