// What happened to the working agreement of one handoff: who confirmed, disputed, withdrew, and which terms changed.
import { z } from 'zod'
import { id } from '../model/fields.ts'
import { termsContent } from '../model/link.ts'
import type { Confirmation, Link } from '../model/rows.ts'
import { changedTerms, termsOf } from './terms.ts'

export const signatureEvent = z.object({
  at: z.iso.datetime(),
  /** Of whoever did it. */
  organisationId: id,
  what: z.enum(['confirmed', 'disputed', 'withdrawn', 'changed']),
  /** Why it is disputed. */
  note: z.string(),
  /** Only of a change: the terms before it. */
  before: termsContent.nullable(),
  /** The terms it is about, as they stood then. */
  terms: termsContent,
})
export type SignatureEvent = z.infer<typeof signatureEvent>

/** GET /api/ecosystems/{id}/handoffs/{linkId}/signatures */
export const signaturesAnswer = z.array(signatureEvent)

/** One row of the history as it was written down. */
export type SignatureRecord = { at: Date; organisationId: string } & (
  | { kind: 'link'; before: Link | null; after: Link }
  | { kind: 'confirmation'; before: Confirmation | null; after: Confirmation }
)

/** @returns what the record says of the agreement; null when it says nothing, as when terms of others void a signature */
export function readSignature({ at, organisationId, ...record }: SignatureRecord): SignatureEvent | null {
  const event = { at: at.toISOString(), organisationId, note: '', before: null }
  if (record.kind === 'link') {
    if (!record.before) return null
    const [before, terms] = [termsOf(record.before), termsOf(record.after)]
    return changedTerms(before, terms).length === 0 ? null : { ...event, what: 'changed', before, terms }
  }
  const { before, after } = record
  const isSame = before?.state === after.state && before.termsHash === after.termsHash
  if (isSame || after.deleted || after.state === 'voided') return null
  const note = after.state === 'disputed' ? after.note : ''
  return { ...event, what: after.state, note, terms: after.terms }
}
