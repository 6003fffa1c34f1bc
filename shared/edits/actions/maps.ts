import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { mapContent } from '../../model/map.ts'
import { addRow, changeRow, changing, defineAction, namingRow, removeRow } from './action.ts'

const settable = mapContent.shape

export const mapActions = [
  /** `participantId` becomes the convener's own place on the new map. */
  defineAction(
    z.strictObject({ type: z.literal('map.add'), id, participantId: id, ...settable }),
    ({ type: _, id: rowId, participantId, ...content }, making) => {
      addRow('map', rowId, content, making)
      const place = {
        mapId: rowId,
        organisationId: making.author.organisationId,
        state: 'active',
        mayInvite: true,
      } as const
      addRow('participant', participantId, place, making, true)
    },
  ),
  defineAction(changing('map.change', settable), (action, making) => {
    changeRow('map', making.draft.need('map', action.id), action.fields, making)
  }),
  /** Takes everything on it along; refused while another organisation holds a lane of it. */
  defineAction(namingRow('map.remove'), (action, making) => {
    const { draft } = making
    removeRow('map', draft.need('map', action.id), making)
    for (const stage of draft.list('stage', 'mapId', action.id)) removeRow('stage', stage, making, true)
    for (const lane of draft.list('lane', 'mapId', action.id)) {
      removeRow('lane', lane, making, true)
      for (const touchpoint of draft.list('touchpoint', 'laneId', lane.id))
        removeRow('touchpoint', touchpoint, making, true)
    }
  }),
] as const
