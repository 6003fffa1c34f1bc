import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { stageContent } from '../../model/stage.ts'
import { addRow, changeRow, changing, copiedFromId, defineAction, namingRow, removeRow } from './action.ts'

const { mapId, laneId, name, goal, recurs, frequency, rank } = stageContent.shape

export const stageActions = [
  defineAction(
    z.strictObject({
      type: z.literal('stage.add'),
      id,
      copiedFromId,
      ...{ mapId, laneId, name, goal, recurs, frequency, rank },
    }),
    ({ type: _, id: rowId, ...content }, making) => {
      addRow('stage', rowId, content, making)
    },
  ),
  defineAction(changing('stage.change', { name, goal, recurs, frequency, rank }), (action, making) => {
    changeRow('stage', making.draft.need('stage', action.id), action.fields, making)
  }),
  /** Takes its touchpoints with it; refused while another organisation has cards in it. */
  defineAction(namingRow('stage.remove'), (action, making) => {
    const { draft } = making
    const stage = draft.need('stage', action.id)
    removeRow('stage', stage, making)
    for (const touchpoint of draft.list('touchpoint', 'stageId', stage.id))
      removeRow('touchpoint', touchpoint, making)
  }),
] as const
