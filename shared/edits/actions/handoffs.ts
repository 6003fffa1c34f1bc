import { z } from 'zod'
import { handoffOf, sideOf } from '../../handoffs/handoff.ts'
import { changedTerms, hashTerms, termsOf } from '../../handoffs/terms.ts'
import { id, text } from '../../model/fields.ts'
import { termsContent } from '../../model/link.ts'
import type { Confirmation } from '../../model/rows.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, defineAction, type Making, namingRow } from './action.ts'

const signing = { confirmationId: id, linkId: id }

export const handoffActions = [
  /** Compare-and-set: refused when the terms are no longer those the person saw. */
  defineAction(
    z.strictObject({
      type: z.literal('handoff.confirm'),
      ...signing,
      terms: z.strictObject(termsContent.shape),
    }),
    (action, making) => {
      const link = making.draft.need('link', action.linkId)
      if (changedTerms(termsOf(link), action.terms).length > 0) {
        throw new Refusal(
          'edit.termsChanged',
          'The terms have changed since you read them. Read them again, then confirm.',
        )
      }
      if (link.passes === '')
        throw new Refusal('edit.invalid', 'Say what passes before you confirm.', 'passes')
      sign(action, { state: 'confirmed', note: '' }, making)
    },
  ),
  defineAction(
    z.strictObject({ type: z.literal('handoff.dispute'), ...signing, note: text }),
    (action, making) => {
      sign(action, { state: 'disputed', note: action.note }, making)
    },
  ),
  defineAction(namingRow('handoff.withdraw'), (action, making) => {
    changeRow('confirmation', making.draft.need('confirmation', action.id), { state: 'withdrawn' }, making)
  }),
] as const

function sign(
  { linkId, confirmationId }: { linkId: string; confirmationId: string },
  signature: Pick<Confirmation, 'state' | 'note'>,
  making: Making,
): void {
  const { draft, author } = making
  const link = draft.need('link', linkId)
  const handoff = handoffOf(link, draft)
  if (link.state !== 'accepted')
    throw new Refusal('edit.invalid', 'This handoff is only proposed. Accept it first.', 'linkId')
  const ends = [link.fromTouchpointId, link.toTouchpointId].map((end) => draft.need('touchpoint', end))
  if (ends.some(({ state }) => state === 'declined'))
    throw new Refusal('edit.invalid', 'A touchpoint of this handoff was declined.', 'linkId')
  if (!handoff)
    throw new Refusal('edit.invalid', 'Only a handoff between two parties is confirmed.', 'linkId')
  if (handoff.isPromise) {
    throw new Refusal(
      'edit.invalid',
      'Nobody holds the other party, so this is a promise. Invite them to confirm it.',
      'linkId',
    )
  }
  const side = sideOf(handoff, author.organisationId)
  if (!side)
    throw new Refusal(
      'edit.notAllowed',
      'Each side confirms with its own people; nobody confirms for another organisation.',
    )
  const terms = termsOf(link)
  const signed = { ...signature, terms, termsHash: hashTerms(terms) }
  const earlier = draft.list('confirmation', 'linkId', linkId).find((row) => row.partyId === side.partyId)
  if (earlier) {
    changeRow('confirmation', earlier, { ...signed, organisationId: author.organisationId }, making)
  } else {
    const place = { mapId: link.mapId, linkId, partyId: side.partyId, organisationId: author.organisationId }
    addRow('confirmation', confirmationId, { ...place, ...signed }, making)
  }
}
