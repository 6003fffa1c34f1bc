import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { ownershipContent, responsibilityContent } from '../../model/ownership.ts'
import type { Touchpoint } from '../../model/rows.ts'
import { keepsLane, keepsPartyOnMap } from '../../rules/standing.ts'
import { Refusal } from '../refusal.ts'
import {
  addRow,
  answered,
  asProposal,
  changeRow,
  changing,
  deciding,
  defineAction,
  type Making,
  namingRow,
  removeRow,
} from './action.ts'
import { audienceOf, sharing } from './sharing.ts'

const { touchpointId, partyId, accountability } = ownershipContent.shape
const { department, region, person } = responsibilityContent.shape

export const ownershipActions = [
  defineAction(
    z.strictObject({
      type: z.literal('ownership.add'),
      id,
      asProposal,
      touchpointId,
      partyId,
      accountability,
    }),
    ({ type: _, id: rowId, asProposal: isAsked, ...content }, making) => {
      const { draft } = making
      const touchpoint = draft.need('touchpoint', content.touchpointId)
      draft.need('party', content.partyId)
      if (
        draft
          .list('ownership', 'touchpointId', touchpoint.id)
          .some((other) => other.partyId === content.partyId)
      ) {
        throw new Refusal(
          'edit.invalid',
          'This party is an owner already. Change its part instead.',
          'partyId',
        )
      }
      const state = isAsked ? 'proposed' : startState(touchpoint, content.partyId, making)
      addRow('ownership', rowId, { ...content, mapId: touchpoint.mapId, state }, making)
    },
  ),
  /** A changed part needs the owner's yes again unless the owner made the change. */
  defineAction(changing('ownership.change', { accountability }), (action, making) => {
    const { draft } = making
    const ownership = draft.need('ownership', action.id)
    const touchpoint = draft.need('touchpoint', ownership.touchpointId)
    const state = startState(touchpoint, ownership.partyId, making)
    changeRow('ownership', ownership, { ...action.fields, state }, making)
  }),
  defineAction(namingRow('ownership.remove'), (action, making) => {
    removeRow('ownership', making.draft.need('ownership', action.id), making)
  }),
  defineAction(deciding('ownership.decide'), (action, making) => {
    const ownership = making.draft.need('ownership', action.id)
    changeRow('ownership', ownership, { state: answered(action) }, making)
  }),
  defineAction(
    z.strictObject({
      type: z.literal('responsibility.add'),
      id,
      ownershipId: id,
      department,
      region,
      person,
    }),
    ({ type: _, id: rowId, ...content }, making) => {
      const ownership = making.draft.need('ownership', content.ownershipId)
      const { organisationId } = making.author
      addRow('responsibility', rowId, { ...content, mapId: ownership.mapId, organisationId }, making)
    },
  ),
  defineAction(changing('responsibility.change', { department, region, person }), (action, making) => {
    changeRow('responsibility', making.draft.need('responsibility', action.id), action.fields, making)
  }),
  defineAction(
    z.strictObject({ type: z.literal('responsibility.share'), id, with: sharing }),
    (action, making) => {
      const row = making.draft.need('responsibility', action.id)
      changeRow('responsibility', row, { audience: audienceOf(action.with, row, making) }, making)
    },
  ),
  defineAction(namingRow('responsibility.remove'), (action, making) => {
    removeRow('responsibility', making.draft.need('responsibility', action.id), making)
  }),
] as const

/** Accepted at once only where the lane's keeper names a party it keeps itself; else the other side is asked. */
function startState({ laneId, mapId }: Touchpoint, ownerPartyId: string, { draft, author }: Making) {
  const keepsBoth = keepsLane(author, laneId, draft) && keepsPartyOnMap(author, ownerPartyId, mapId, draft)
  return keepsBoth ? 'accepted' : 'proposed'
}
