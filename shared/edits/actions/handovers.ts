// Organising passes on with two consents: the convener offers it, the other organisation accepts or declines.
import { z } from 'zod'
import { offersOf } from '../../handovers/offers.ts'
import { id } from '../../model/fields.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, defineAction, type Making, namingRow } from './action.ts'

export const handoverActions = [
  defineAction(
    z.strictObject({ type: z.literal('handover.offer'), id, toOrganisationId: id }),
    ({ id: rowId, toOrganisationId }, making) => {
      const { draft, author, ecosystemId } = making
      const { organisationId, personId, name: authorName, at: offeredAt } = author
      const { convenerOrganisationId } = draft.need('ecosystem', ecosystemId)
      const places = draft.list('participant', 'organisationId', toOrganisationId)
      if (toOrganisationId === convenerOrganisationId || places.every(({ state }) => state !== 'active'))
        throw new Refusal('edit.invalid', 'Offer it to an organisation that takes part.', 'toOrganisationId')
      if (offersOf(organisationId, draft).length > 0)
        throw new Refusal('edit.invalid', 'It is offered already. Withdraw that offer first.')
      const offer = { organisationId, personId, authorName, offeredAt, toOrganisationId }
      addRow('handover', rowId, { ...offer, state: 'offered' }, making)
    },
  ),
  /** A yes makes the other organisation the convener in the same moment. */
  defineAction(
    z.strictObject({ type: z.literal('handover.decide'), id, accept: z.boolean() }),
    (action, making) => {
      const offer = needOpen(action.id, making)
      const { draft, author, ecosystemId } = making
      if (action.accept) {
        const ecosystem = draft.need('ecosystem', ecosystemId)
        changeRow('ecosystem', ecosystem, { convenerOrganisationId: author.organisationId }, making)
      }
      changeRow('handover', offer, { state: action.accept ? 'accepted' : 'declined' }, making)
    },
  ),
  defineAction(namingRow('handover.withdraw'), (action, making) => {
    changeRow('handover', needOpen(action.id, making), { state: 'withdrawn' }, making)
  }),
] as const

function needOpen(offerId: string, { draft }: Making) {
  const offer = draft.need('handover', offerId)
  if (offer.state !== 'offered') throw new Refusal('edit.invalid', 'This offer is settled already.')
  return offer
}
