import { z } from 'zod'
import { documents } from './documents.ts'
import { id, line, minutes, name, rank, text, words } from './fields.ts'

export const touchpointKinds = ['communication', 'action', 'trigger', 'decision', 'exit'] as const
export type TouchpointKind = (typeof touchpointKinds)[number]

export const channels = [
  'phone',
  'email',
  'portal',
  'website',
  'app',
  'meeting',
  'onSite',
  'post',
  'store',
  'event',
  'message',
  'system',
] as const
export type Channel = (typeof channels)[number]

/** Between which tiers of two companies a contact passes; the middle one is no “tactical” beside maps of that type. */
const layers = ['strategic', 'commercial', 'operational'] as const
export type Layer = (typeof layers)[number]

const periods = ['week', 'month', 'quarter', 'year'] as const
export type Period = (typeof periods)[number]

/** What the holder of a lane said of a card that others described. */
export const reviewStates = ['described', 'right', 'corrected', 'notOurs'] as const

/** Proposed rows come from someone without the right to make them so; the right holder accepts or declines. */
export const proposalStates = ['accepted', 'proposed', 'declined'] as const

/** One contact or step, in a lane and a stage, seen through the eyes of that lane's party. */
export const touchpointContent = z.object({
  mapId: id,
  laneId: id,
  stageId: id,
  rank,
  /** Sub-column hint within the stage, found by "Tidy up"; never a pixel. */
  column: z.number().int().min(0).max(500).nullable().default(null),
  kind: z.enum(touchpointKinds).default('communication'),
  name,
  description: text,
  purpose: text,
  documents,
  initiatorPartyId: id.nullable().default(null),
  channel: z.enum(channels).nullable().default(null),
  mode: z.enum(['digital', 'physical']).nullable().default(null),
  /** How often, in the person's words: "12 per year". */
  frequency: line,
  /** Of a relationship that has several at once, such as a distributor's: which one this is part of. */
  layer: z.enum(layers).nullable().default(null),
  segments: words,
  customerRoles: words,
  customerSees: z.boolean().default(true),
  promisedMinutes: minutes,
  experienceStandard: text,
  /** Of a decision: what one chooses between, and by what. */
  options: words,
  criteria: words,
  /** Of an exit: why one leaves, and how many do so in a period. */
  reasons: words,
  leavers: z.number().int().min(0).max(1_000_000_000).nullable().default(null),
  leaversPer: z.enum(periods).default('year'),
  review: z.enum(reviewStates).default('described'),
  state: z.enum(proposalStates).default('accepted'),
})

/** Its experience is defined, not left to grow: somebody wrote down how it should feel. */
export function isDefined({ experienceStandard }: { experienceStandard: string }): boolean {
  return experienceStandard.trim() !== ''
}
