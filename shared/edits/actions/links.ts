import { z } from 'zod'
import { partiesAcross } from '../../handoffs/handoff.ts'
import { id } from '../../model/fields.ts'
import { linkContent } from '../../model/link.ts'
import { editsTouchpoint } from '../../rules/standing.ts'
import { Refusal } from '../refusal.ts'
import {
  addRow,
  answered,
  asProposal,
  changeRow,
  changing,
  copiedFromId,
  deciding,
  defineAction,
  namingRow,
  removeRow,
} from './action.ts'

const { mapId: _mapId, state: _state, fromTouchpointId, toTouchpointId, kind, ...terms } = linkContent.shape

export const linkActions = [
  defineAction(
    z.strictObject({
      type: z.literal('link.add'),
      id,
      copiedFromId,
      asProposal,
      fromTouchpointId,
      toTouchpointId,
      kind,
      ...terms,
    }),
    ({ type: _, id: rowId, asProposal: isAsked, ...content }, making) => {
      const { draft, author } = making
      const from = draft.need('touchpoint', content.fromTouchpointId)
      const to = draft.need('touchpoint', content.toTouchpointId)
      if (from.id === to.id)
        throw new Refusal('edit.invalid', 'A touchpoint cannot lead to itself.', 'toTouchpointId')
      const isDouble = draft
        .list('link', 'fromTouchpointId', from.id)
        .some((link) => link.toTouchpointId === to.id && link.state !== 'declined')
      // Between two parties several things may pass; each is a handoff with terms of its own.
      const isHandoff = partiesAcross(from.id, to.id, draft) !== null
      if (isDouble && !isHandoff)
        throw new Refusal('edit.invalid', 'These two touchpoints are linked already.', 'toTouchpointId')
      const edits = editsTouchpoint(author, from, draft) || editsTouchpoint(author, to, draft)
      const state = edits && !isAsked ? 'accepted' : 'proposed'
      addRow('link', rowId, { ...content, mapId: from.mapId, state }, making)
    },
  ),
  /** Changing a term voids both confirmations; see behaviours. */
  defineAction(changing('link.change', { kind, ...terms }), (action, making) => {
    changeRow('link', making.draft.need('link', action.id), action.fields, making)
  }),
  defineAction(namingRow('link.remove'), (action, making) => {
    removeRow('link', making.draft.need('link', action.id), making)
  }),
  defineAction(deciding('link.decide'), (action, making) => {
    changeRow('link', making.draft.need('link', action.id), { state: answered(action) }, making)
  }),
] as const
