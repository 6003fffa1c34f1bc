// The building blocks every row schema is made of, with the limits that keep a map readable.
import { z } from 'zod'

/** In small letters, or one row would have two names: keys of audiences are made of ids. */
export const id = z.uuid({ error: 'must be an id' }).toLowerCase()

/** One line of text people read on a card, a heading or a pill. */
export const name = z
  .string()
  .trim()
  .min(1, { error: 'needs a name' })
  .max(160, { error: 'is longer than 160 characters; put the rest into the description' })

/** One line that may stay empty. */
export const line = z.string().trim().max(300, { error: 'is longer than 300 characters' }).default('')

/** Free text that may stay empty. */
export const text = z.string().max(10_000, { error: 'is longer than 10,000 characters' }).default('')

export const words = z.array(z.string().trim().min(1).max(120)).max(50).default([])

/** Fractional index: sorts by plain string comparison; two neighbours always have room between them. */
export const rank = z.string().min(1).max(200)

/** A duration in whole minutes, at most ten years. */
export const minutes = z.number().int().min(0).max(5_256_000).nullable().default(null)

/** A score from 0 (worst; of an importance: none at all) to 10 (best); null while nobody has given one. */
export const score = z.number().int().min(0).max(10).nullable().default(null)

export const emotions = [
  'delighted',
  'confident',
  'relieved',
  'calm',
  'indifferent',
  'confused',
  'anxious',
  'frustrated',
  'angry',
] as const
export const emotion = z.enum(emotions).nullable().default(null)

/** Intensity of an emotion from 1 (slight) to 5 (overwhelming). */
export const intensity = z.number().int().min(1).max(5).nullable().default(null)
