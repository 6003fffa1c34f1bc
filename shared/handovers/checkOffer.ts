import type { Draft } from '../edits/draft.ts'
import { Refusal } from '../edits/refusal.ts'
import type { Handover } from '../model/rows.ts'
import { offersOf } from './offers.ts'

/** One open offer at a time, to an organisation that takes part; also when one comes back by undo. */
export function checkOffer(offer: Handover, draft: Draft): void {
  if (offer.state !== 'offered') return
  const { organisationId, toOrganisationId } = offer
  const places = draft.list('participant', 'organisationId', toOrganisationId)
  if (toOrganisationId === organisationId || places.every(({ state }) => state !== 'active'))
    throw new Refusal('edit.invalid', 'Offer it to an organisation that takes part.', 'toOrganisationId')
  if (offersOf(organisationId, draft).some(({ id }) => id !== offer.id))
    throw new Refusal('edit.invalid', 'It is offered already. Withdraw that offer first.')
}
