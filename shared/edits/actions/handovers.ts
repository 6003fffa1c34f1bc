// Organising passes on with two consents: the convener offers it, the other organisation accepts or declines.
import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { Refusal } from '../refusal.ts'
import { addRow, answered, changeRow, deciding, defineAction, type Making, namingRow } from './action.ts'

export const handoverActions = [
  defineAction(
    z.strictObject({ type: z.literal('handover.offer'), id, toOrganisationId: id }),
    ({ id: rowId, toOrganisationId }, making) => {
      const { organisationId, personId, name: authorName, at: offeredAt } = making.author
      const offer = { organisationId, personId, authorName, offeredAt, toOrganisationId }
      addRow('handover', rowId, { ...offer, state: 'offered' }, making)
    },
  ),
  /** A yes makes the other organisation the convener in the same moment. */
  defineAction(deciding('handover.decide'), (action, making) => {
    const offer = needOpen(action.id, making)
    const { draft, author, ecosystemId } = making
    if (action.accept) {
      const ecosystem = draft.need('ecosystem', ecosystemId)
      changeRow('ecosystem', ecosystem, { convenerOrganisationId: author.organisationId }, making)
    }
    changeRow('handover', offer, { state: answered(action) }, making)
  }),
  defineAction(namingRow('handover.withdraw'), (action, making) => {
    changeRow('handover', needOpen(action.id, making), { state: 'withdrawn' }, making)
  }),
] as const

function needOpen(offerId: string, { draft }: Making) {
  const offer = draft.need('handover', offerId)
  if (offer.state !== 'offered') throw new Refusal('edit.invalid', 'This offer is settled already.')
  return offer
}
