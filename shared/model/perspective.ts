import { z } from 'zod'
import { mapContentKinds } from './coMapping.ts'
import { emotion, id, intensity, line, minutes, score, text } from './fields.ts'

/** Which way the performance goes, as an organisation sees it. */
export const trends = ['better', 'steady', 'worse'] as const
export type Trend = (typeof trends)[number]

export const targetKinds = ['touchpoint', 'link'] as const

/** How one organisation sees a touchpoint or handoff, for itself or assumed for the customer. Its own until shared. */
export const perspectiveContent = z.object({
  mapId: id,
  targetKind: z.enum(targetKinds),
  targetId: id,
  organisationId: id,
  onBehalfOf: z.enum(['self', 'customer']).default('self'),
  performance: score,
  performanceTrend: z.enum(trends).nullable().default(null),
  importanceForPerception: score,
  importanceForDecision: score,
  importanceForLoyalty: score,
  /** How long it takes as this organisation lives it; beside the expected time of the terms. */
  experiencedMinutes: minutes,
  emotion,
  emotionIntensity: intensity,
  desiredEmotion: emotion,
  desiredIntensity: intensity,
  behaviour: text,
  verbatims: z.array(z.string().trim().min(1).max(1_000)).max(50).default([]),
  /** What this organisation would say aloud in one sentence: "We wait six days." */
  statement: line,
  notes: text,
  /** How many were asked; only with `onBehalfOf: customer`. */
  sampleSize: z.number().int().min(1).max(10_000_000).nullable().default(null),
  /** Name of what it was attached to, once that is gone. */
  unplacedFrom: z.string().nullable().default(null),
})

export const markKinds = ['pain', 'delight', 'momentOfTruth'] as const
export type MarkKind = (typeof markKinds)[number]

/** A pain, delight or moment-of-truth mark an organisation puts on a touchpoint or handoff. */
export const markContent = z.object({
  mapId: id,
  targetKind: z.enum(targetKinds),
  targetId: id,
  organisationId: id,
  kind: z.enum(markKinds),
  statement: line,
  feltByPartyId: id.nullable().default(null),
  causedByPartyId: id.nullable().default(null),
  unplacedFrom: z.string().nullable().default(null),
})

/** What another organisation, or a person of any, said in an imported file: kept beside the copy, attributed, never changed. */
export const attributedNoteContent = z.object({
  mapId: id,
  targetKind: z.enum(mapContentKinds),
  targetId: id,
  organisationId: id,
  /** Name of the organisation that said it, as the file gives it. */
  attributedTo: line,
  source: z.enum([
    ...(['perspective', 'mark', 'confirmation', 'responsibility', 'comment'] as const),
    ...(['round', 'contributionRequest'] as const),
  ]),
  /** Its fields by name, as the file gives them. */
  content: z.record(z.string(), z.json()),
})
