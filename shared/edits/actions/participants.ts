import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, defineAction, namingRow } from './action.ts'

export const participantActions = [
  /** With the grant of an accepted invitation only. Someone who left comes back to the same place. */
  defineAction(z.strictObject({ type: z.literal('participant.join'), id, mapId: id }), (action, making) => {
    const { organisationId } = making.author
    const earlier = making.draft
      .list('participant', 'mapId', action.mapId)
      .find((participant) => participant.organisationId === organisationId)
    // A right granted to whoever left is not there for whoever comes back.
    const mayInvite = earlier?.state === 'active' && earlier.mayInvite
    if (earlier) changeRow('participant', earlier, { state: 'active', mayInvite }, making)
    else addRow('participant', action.id, { mapId: action.mapId, organisationId, state: 'active' }, making)
  }),
  defineAction(namingRow('participant.leave'), (action, making) => {
    const participant = making.draft.need('participant', action.id)
    const ecosystem = making.draft.need('ecosystem', making.ecosystemId)
    if (participant.organisationId === ecosystem.convenerOrganisationId)
      throw new Refusal('edit.inUse', 'Hand over organising this ecosystem before you leave it.')
    changeRow('participant', participant, { state: 'left' }, making)
  }),
  defineAction(
    z.strictObject({ type: z.literal('participant.grant'), id, mayInvite: z.boolean() }),
    (action, making) => {
      changeRow(
        'participant',
        making.draft.need('participant', action.id),
        { mayInvite: action.mayInvite },
        making,
      )
    },
  ),
] as const
