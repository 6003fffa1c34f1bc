import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { mapContent } from '../../model/map.ts'
import { addRow, changeRow, changing, defineAction, namingRow, removeRow } from './action.ts'

const settable = mapContent.shape

export const mapActions = [
  /** `participantId` becomes the organiser's own place on the new map. */
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
  defineAction(namingRow('map.remove'), (action, making) => {
    removeRow('map', making.draft.need('map', action.id), making)
  }),
] as const
