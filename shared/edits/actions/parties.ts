import { z } from 'zod'
import { organisationKey } from '../../audience/audience.ts'
import { id, name } from '../../model/fields.ts'
import { partyContent } from '../../model/party.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, changing, defineAction, namingRow, removeRow } from './action.ts'

const settable = { name, kind: partyContent.shape.kind, tier: partyContent.shape.tier }

export const partyActions = [
  defineAction(
    z.strictObject({ type: z.literal('party.add'), id, ...settable, held: z.boolean().default(false) }),
    ({ type: _, id: rowId, held, ...content }, making) => {
      const { organisationId } = making.author
      const heldByOrganisationId = held ? organisationId : null
      addRow(
        'party',
        rowId,
        { ...content, heldByOrganisationId, stewardOrganisationId: organisationId },
        making,
      )
    },
  ),
  defineAction(changing('party.change', settable), (action, making) => {
    changeRow('party', making.draft.need('party', action.id), action.fields, making)
  }),
  /** Takes it off the owners of cards as well. */
  defineAction(namingRow('party.remove'), (action, making) => {
    const party = making.draft.need('party', action.id)
    if (making.draft.list('lane', 'partyId', party.id).length > 0) {
      throw new Refusal('edit.inUse', 'This party has lanes. Delete its lanes first.')
    }
    for (const ownership of making.draft.list('ownership', 'partyId', party.id))
      removeRow('ownership', ownership, making, true)
    removeRow('party', party, making)
  }),
  /** Accepting an invitation: the organisation holds the party, and its ghost lanes become its own. */
  defineAction(namingRow('party.hold'), (action, making) => {
    const party = making.draft.need('party', action.id)
    const { organisationId } = making.author
    const ecosystem = making.draft.need('ecosystem', making.ecosystemId)
    // Whoever held or kept it before need not learn who does now.
    const concerned = [organisationId, party.stewardOrganisationId, ecosystem.convenerOrganisationId]
    const maps = party.audience.filter((key) => key.startsWith('map:'))
    const audience = [...new Set([...maps, ...concerned.map(organisationKey)])]
    changeRow('party', party, { heldByOrganisationId: organisationId, audience }, making)
  }),
  /** Gives the keeping of a party that nobody holds to another organisation, which then describes it. */
  defineAction(
    z.strictObject({ type: z.literal('party.entrust'), id, organisationId: id }),
    ({ id: partyId, organisationId }, making) => {
      const { draft } = making
      const party = draft.need('party', partyId)
      if (party.heldByOrganisationId !== null)
        throw new Refusal('edit.invalid', 'This party is held by its own organisation.', 'id')
      if (draft.list('participant', 'organisationId', organisationId).every((row) => row.state !== 'active'))
        throw new Refusal('edit.invalid', 'Choose an organisation that takes part.', 'organisationId')
      const audience = [...new Set([...party.audience, organisationKey(organisationId)])]
      changeRow('party', party, { stewardOrganisationId: organisationId, audience }, making)
    },
  ),
  defineAction(namingRow('party.release'), (action, making) => {
    changeRow('party', making.draft.need('party', action.id), { heldByOrganisationId: null }, making)
  }),
] as const
