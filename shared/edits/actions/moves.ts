import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { moveContent } from '../../model/move.ts'
import type { Move, Touchpoint } from '../../model/rows.ts'
import { asksOnlyOneself, standsAt, yesStillNeeded } from '../../rules/movingTouchpoints.ts'
import { Refusal } from '../refusal.ts'
import {
  addRow,
  asProposal,
  changeRow,
  deciding,
  defineAction,
  type Making,
  namingRow,
  removeRow,
} from './action.ts'

const { touchpointId, laneId, stageId, rank, customerSees } = moveContent.shape

export const moveActions = [
  /** Asks for another place for a touchpoint one may not move; what one proposed for it before is taken back. */
  defineAction(
    z.strictObject({
      type: z.literal('move.propose'),
      id,
      touchpointId,
      ...{ laneId, stageId, rank, customerSees },
      asProposal,
    }),
    ({ type: _, id: rowId, asProposal: isAsked, ...place }, making) => {
      const { draft, author } = making
      const touchpoint = draft.need('touchpoint', place.touchpointId)
      draft.need('lane', place.laneId)
      refuseNeedless(touchpoint, place, isAsked, making)
      for (const earlier of isAsked ? [] : draft.list('move', 'touchpointId', touchpoint.id)) {
        const isOurs = earlier.addedByOrganisationId === author.organisationId
        if (isOurs && earlier.state === 'proposed') removeRow('move', earlier, making)
      }
      const { mapId, laneId: fromLaneId, stageId: fromStageId } = touchpoint
      addRow('move', rowId, { ...place, mapId, fromLaneId, fromStageId }, making)
    },
  ),
  defineAction(namingRow('move.remove'), (action, making) => {
    removeRow('move', making.draft.need('move', action.id), making)
  }),
  /** The last yes it takes moves the touchpoint as well, and is a no to every other place asked for it. */
  defineAction(deciding('move.decide'), (action, making) => {
    const move = making.draft.need('move', action.id)
    if (action.accept) agree(move, making)
    else changeRow('move', move, { state: 'declined' }, making)
  }),
] as const

function agree(move: Move, making: Making): void {
  const { draft, author } = making
  const touchpoint = draft.need('touchpoint', move.touchpointId)
  const agreedOrganisationIds = [...new Set([...move.agreedOrganisationIds, author.organisationId])]
  if (yesStillNeeded({ ...move, agreedOrganisationIds }, draft).length > 0) {
    changeRow('move', move, { agreedOrganisationIds }, making)
    return
  }
  changeRow('move', move, { agreedOrganisationIds, state: 'accepted' }, making)
  const { laneId, stageId, rank } = move
  const place = { laneId, stageId, rank, customerSees: move.customerSees ?? touchpoint.customerSees }
  // Neither needs a right of its own: those who may move it have just agreed.
  changeRow('touchpoint', touchpoint, { ...place, column: null }, making, true)
  for (const other of draft.list('move', 'touchpointId', touchpoint.id))
    if (other.id !== move.id && other.state === 'proposed')
      changeRow('move', other, { state: 'declined' }, making, true)
}

function refuseNeedless(
  touchpoint: Touchpoint,
  place: Pick<Move, 'laneId' | 'stageId' | 'rank' | 'customerSees'>,
  isAsked: boolean,
  { author, draft }: Making,
): void {
  if (touchpoint.state !== 'accepted')
    throw new Refusal('edit.invalid', 'This touchpoint is itself only proposed.', 'touchpointId')
  if (standsAt(place, touchpoint))
    throw new Refusal('edit.invalid', 'The touchpoint stands there already.', 'stageId')
  if (!isAsked && asksOnlyOneself(author, touchpoint.laneId, place.laneId, draft))
    throw new Refusal('edit.invalid', 'You may move this touchpoint yourself.', 'touchpointId')
}
