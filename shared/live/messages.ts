// What a browser and the server say to each other while a map is open. None of it is stored, all of it may get lost.
import { z } from 'zod'
import { id } from '../model/fields.ts'
import { type RowKind, rowKinds } from '../model/rows.ts'

const rowName = z.strictObject({ kind: z.enum(rowKinds as [RowKind, ...RowKind[]]), id })
export type RowName = z.infer<typeof rowName>

const offset = z.number().min(-20_000).max(20_000)

/**
 * What somebody looks at: the card nearest to the middle and how far it is from there. Never a place of its own, as every viewer's
 * drawing is made of the rows that viewer sees.
 */
const lookingAt = z.strictObject({
  cardId: id,
  right: offset,
  down: offset,
  zoom: z.number().min(0.05).max(4),
})
export type LookingAt = z.infer<typeof lookingAt>

/** Where one is: `mapId` null on a page that is no map. */
export const whereabouts = z.strictObject({
  mapId: id.nullable(),
  selected: rowName.nullable(),
  editing: z.strictObject({ ...rowName.shape, field: z.string().regex(/^[a-zA-Z]{1,40}$/) }).nullable(),
  looking: lookingAt.nullable(),
})
export type Whereabouts = z.infer<typeof whereabouts>

export const nowhere: Whereabouts = { mapId: null, selected: null, editing: null, looking: null }

/** All that a browser says. */
export const fromBrowser = z.strictObject({ type: z.literal('at'), at: whereabouts })
export type FromBrowser = z.infer<typeof fromBrowser>

/** Somebody on the same map, as far as its reader may see what they are at. `id` is of one open page of theirs. */
export const presentPerson = z.strictObject({
  id,
  personId: id,
  name: z.string(),
  organisationId: id,
  organisation: z.string(),
  ...whereabouts.omit({ mapId: true }).shape,
})
export type PresentPerson = z.infer<typeof presentPerson>

/** What a page says, again and again, that no line reaches; `page` tells it from its owner's other pages. */
export const presenceRequest = z.strictObject({ page: id, at: whereabouts })
export type PresenceRequest = z.infer<typeof presenceRequest>

/** Who else is on the map the page shows, all of them each time. */
export const presenceAnswer = z.object({ people: z.array(presentPerson) })
export type PresenceAnswer = z.infer<typeof presenceAnswer>

/**
 * `ready` and `changed` say no more than that a pull would now bring something, or might; `news` that one's own inbox may
 * say something else now, about a row one may see.
 */
export const fromServer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('changed') }),
  z.strictObject({ type: z.literal('news') }),
  z.strictObject({ type: z.literal('present'), people: z.array(presentPerson), gone: z.array(id) }),
])
export type FromServer = z.infer<typeof fromServer>

/** Why the server closed the line. */
export const closing = {
  /** The program stops; another instance answers. */
  goingAway: 1001,
  tooMuch: 1008,
  notSignedIn: 4401,
  notThere: 4404,
  tooMany: 4429,
} as const

export const mostBytesFromBrowser = 2_048
