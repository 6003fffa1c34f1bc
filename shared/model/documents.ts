import { z } from 'zod'
import { name } from './fields.ts'

const wrongAddress = 'must be a web address that begins with https:// or http://'

/** Neither a name nor a password of an account may stand in it: everyone who sees the row reads it. */
const webAddress = z
  .string()
  .trim()
  .max(2_000, { error: 'is longer than 2,000 characters' })
  .regex(/^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i, { error: wrongAddress })
  .refine((address) => URL.canParse(address), { error: wrongAddress })

/** Where a file lies that its companies keep: its name and its address, never the file itself. */
const touchpointDocument = z.object({ name, address: webAddress })
export type TouchpointDocument = z.output<typeof touchpointDocument>

export const documents = z.array(touchpointDocument).max(20, { error: 'are more than 20' }).default([])

/** Whether it can be kept as the address of a document. */
export function isWebAddress(typed: string): boolean {
  return webAddress.safeParse(typed).success
}

/** One of a list of texts or documents, as one reads it. */
export function sayListed(one: string | TouchpointDocument): string {
  return typeof one === 'string' ? one : `${one.name} (${one.address})`
}
