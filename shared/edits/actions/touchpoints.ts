import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { touchpointContent } from '../../model/touchpoint.ts'
import { holdsParty, keepsLane } from '../../rules/standing.ts'
import {
  addRow,
  answered,
  asProposal,
  changeRow,
  changing,
  copiedFromId,
  deciding,
  defineAction,
  type Making,
  namingRow,
  removeRow,
} from './action.ts'

const { review: _review, state: _state, mapId: _mapId, ...described } = touchpointContent.shape

export const touchpointActions = [
  defineAction(
    z.strictObject({ type: z.literal('touchpoint.add'), id, copiedFromId, asProposal, ...described }),
    ({ type: _, id: rowId, ...content }, making) => addTouchpoint(rowId, content, making),
  ),
  defineAction(changing('touchpoint.change', described), (action, making) => {
    changeRow('touchpoint', making.draft.need('touchpoint', action.id), action.fields, making)
  }),
  defineAction(namingRow('touchpoint.remove'), (action, making) => {
    removeRow('touchpoint', making.draft.need('touchpoint', action.id), making)
  }),
  defineAction(
    z.strictObject({
      type: z.literal('touchpoint.review'),
      id,
      review: z.enum(['right', 'corrected', 'notOurs', 'described']),
    }),
    (action, making) => {
      changeRow('touchpoint', making.draft.need('touchpoint', action.id), { review: action.review }, making)
    },
  ),
  defineAction(deciding('touchpoint.decide'), (action, making) => {
    const { draft, author } = making
    const touchpoint = draft.need('touchpoint', action.id)
    const { partyId } = draft.need('lane', touchpoint.laneId)
    const isReviewed = action.accept && holdsParty(author, partyId, draft)
    const review = isReviewed ? 'right' : touchpoint.review
    changeRow('touchpoint', touchpoint, { state: answered(action), review }, making)
  }),
] as const

type Described = Omit<z.output<typeof touchpointContent>, 'mapId' | 'review' | 'state'>

/** In a lane of another organisation the touchpoint is a proposal; in one's own it stands as reviewed. */
export function addTouchpoint(
  rowId: string,
  {
    asProposal: isAsked = false,
    ...content
  }: Described & { copiedFromId?: string | null; asProposal?: boolean },
  making: Making,
): void {
  const { draft, author } = making
  const lane = draft.need('lane', content.laneId)
  const review = holdsParty(author, lane.partyId, draft) ? 'right' : 'described'
  const state = !isAsked && keepsLane(author, lane.id, draft) ? 'accepted' : 'proposed'
  addRow('touchpoint', rowId, { ...content, mapId: lane.mapId, review, state }, making)
}
