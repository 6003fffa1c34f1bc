import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { sideContent } from '../../model/side.ts'
import { keepsLane } from '../../rules/standing.ts'
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

const { mapId: _mapId, state: _state, touchpointId, laneId, ...place } = sideContent.shape

export const sideActions = [
  /** Both lanes live it from now on; proposed to whoever keeps the lane the author does not keep. */
  defineAction(
    z.strictObject({
      type: z.literal('side.add'),
      id,
      copiedFromId,
      asProposal,
      touchpointId,
      laneId,
      ...place,
    }),
    ({ type: _, id: rowId, asProposal: isAsked, ...content }, making) => {
      const { draft, author } = making
      const touchpoint = draft.need('touchpoint', content.touchpointId)
      const keepsBoth =
        keepsLane(author, touchpoint.laneId, draft) && keepsLane(author, content.laneId, draft)
      const state = keepsBoth && !isAsked ? 'accepted' : 'proposed'
      addRow('side', rowId, { ...content, mapId: touchpoint.mapId, state }, making)
    },
  ),
  defineAction(changing('side.change', place), (action, making) => {
    changeRow('side', making.draft.need('side', action.id), action.fields, making)
  }),
  defineAction(namingRow('side.remove'), (action, making) => {
    removeRow('side', making.draft.need('side', action.id), making)
  }),
  defineAction(deciding('side.decide'), (action, making) => {
    changeRow('side', making.draft.need('side', action.id), { state: answered(action) }, making)
  }),
] as const
