import { z } from 'zod'
import { id, line, name } from '../../model/fields.ts'
import { addRow, changeRow, changing, defineAction } from './action.ts'

const settable = { name, goal: line }

export const ecosystemActions = [
  defineAction(
    z.strictObject({ type: z.literal('ecosystem.add'), id, ...settable, demo: z.boolean().default(false) }),
    ({ type: _, id: rowId, ...content }, making) => {
      addRow('ecosystem', rowId, { ...content, convenerOrganisationId: making.author.organisationId }, making)
    },
  ),
  defineAction(changing('ecosystem.change', settable), (action, making) => {
    changeRow('ecosystem', making.draft.need('ecosystem', action.id), action.fields, making)
  }),
] as const
