// What instances tell each other. The one contract is tests/live/busContract.ts; whatever passes it may take over.
import { z } from 'zod'
import { whereabouts } from '../../../shared/live/messages.ts'
import { id } from '../../../shared/model/fields.ts'

/** One open page of a person, as the instance it is connected to knows it; a page without a line is an instance of its own. */
export const presence = z.strictObject({
  id,
  instanceId: id,
  ecosystemId: id,
  personId: id,
  name: z.string(),
  organisationId: id,
  organisation: z.string(),
  at: whereabouts,
})
export type Presence = z.infer<typeof presence>

export const busMessage = z.discriminatedUnion('kind', [
  /** Something in an ecosystem has changed, up to this place in its order. */
  z.strictObject({ kind: z.literal('changed'), ecosystemId: id, seq: z.number().int() }),
  z.strictObject({ kind: z.literal('present'), presence }),
  z.strictObject({ kind: z.literal('gone'), id, instanceId: id }),
  /** An instance is there, and with it all its pages. */
  z.strictObject({ kind: z.literal('alive'), instanceId: id }),
  /** An instance has just begun to listen and knows of nobody. */
  z.strictObject({ kind: z.literal('whoIsThere'), instanceId: id }),
])
export type BusMessage = z.infer<typeof busMessage>

/** Messages are hints: they may be lost, doubled or late, and nothing may be wrong for longer than a moment without them. */
export interface Bus {
  /** Tells every instance, this one too. Neither waits nor throws; of several changes in one ecosystem the last counts. */
  publish(message: BusMessage): void
  /** @returns what ends it */
  subscribe(listener: (message: BusMessage) => void): () => void
  close(): Promise<void>
}
