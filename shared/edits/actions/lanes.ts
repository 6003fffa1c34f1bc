import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { laneContent } from '../../model/lane.ts'
import { addRow, changeRow, changing, copiedFromId, defineAction, namingRow, removeRow } from './action.ts'

const { mapId, partyId, parentLaneId, name, nature, ownStages, rank } = laneContent.shape

export const laneActions = [
  defineAction(
    z.strictObject({
      type: z.literal('lane.add'),
      id,
      copiedFromId,
      mapId,
      partyId,
      parentLaneId,
      name,
      nature,
      ownStages,
      rank,
    }),
    ({ type: _, id: rowId, ...content }, making) => {
      addRow('lane', rowId, content, making)
    },
  ),
  defineAction(changing('lane.change', { name, nature, ownStages, rank }), (action, making) => {
    changeRow('lane', making.draft.need('lane', action.id), action.fields, making)
  }),
  /** Takes the lane's touchpoints, own stages and sub-lanes with it, as far as the author may remove them. */
  defineAction(namingRow('lane.remove'), (action, making) => {
    const { draft } = making
    const lane = draft.need('lane', action.id)
    const subLanes = draft.list('lane', 'parentLaneId', lane.id)
    for (const gone of [...subLanes, lane]) {
      removeRow('lane', gone, making)
      for (const touchpoint of draft.list('touchpoint', 'laneId', gone.id))
        removeRow('touchpoint', touchpoint, making)
      for (const stage of draft.list('stage', 'laneId', gone.id)) removeRow('stage', stage, making, true)
    }
  }),
] as const
