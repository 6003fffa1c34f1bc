// Asking a department or a partner to fill in touchpoints, and what becomes of it.
import { z } from 'zod'
import { wasRemindedLately } from '../../contributionRequests/reminding.ts'
import { contributionRequestContent } from '../../model/contributionRequest.ts'
import { id } from '../../model/fields.ts'
import { activeOrganisations } from '../../rules/standing.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, defineAction, type Making, namingRow } from './action.ts'

const { askedOrganisationId, askedPersonId, department, laneId, stageId, touchpointIds, text, dueOn } =
  contributionRequestContent.shape

const add = z.strictObject({
  ...{ type: z.literal('contributionRequest.add'), id, mapId: id, askedOrganisationId, askedPersonId },
  ...{ department, laneId, stageId, touchpointIds, text, dueOn },
})

export const contributionRequestActions = [
  defineAction(add, ({ type: _, id: rowId, ...asked }, making) => {
    const { organisationId, personId, name: authorName, at: askedAt } = making.author
    making.draft.need('map', asked.mapId)
    if (!activeOrganisations(asked.mapId, making.draft).includes(asked.askedOrganisationId))
      throw new Refusal(
        'edit.invalid',
        'This organisation takes no part in the map yet. Invite it first.',
        'askedOrganisationId',
      )
    if (asked.askedPersonId !== null && asked.askedOrganisationId !== organisationId)
      throw new Refusal(
        'edit.invalid',
        'Only your own people can be asked by name. Name a department of your partner instead.',
        'askedPersonId',
      )
    checkPlace(asked, making)
    const signed = { organisationId, personId, authorName, askedAt }
    addRow('contributionRequest', rowId, { ...asked, ...signed, state: 'open', answer: '' }, making)
  }),
  /** The asked organisation says that it is done, or that it will not. */
  defineAction(
    z.strictObject({
      type: z.literal('contributionRequest.answer'),
      id,
      state: z.enum(['done', 'declined']),
      answer: contributionRequestContent.shape.answer,
    }),
    ({ id: rowId, state, answer }, making) => {
      changeRow(
        'contributionRequest',
        needOpen(rowId, making),
        { state, answer, settledAt: making.author.at },
        making,
      )
    },
  ),
  defineAction(namingRow('contributionRequest.withdraw'), (action, making) => {
    changeRow(
      'contributionRequest',
      needOpen(action.id, making),
      { state: 'withdrawn', settledAt: making.author.at },
      making,
    )
  }),
  /** Asks once more, but not again and again. */
  defineAction(namingRow('contributionRequest.remind'), (action, making) => {
    const request = needOpen(action.id, making)
    const { at } = making.author
    if (wasRemindedLately(request, at))
      throw new Refusal(
        'edit.invalid',
        'They were reminded in the last few hours. Give them a little time before you remind them again.',
      )
    changeRow('contributionRequest', request, { remindedAt: at }, making)
  }),
] as const

function needOpen(requestId: string, { draft }: Making) {
  const request = draft.need('contributionRequest', requestId)
  if (request.state !== 'open')
    throw new Refusal('edit.invalid', 'This request is settled already. Ask anew if something is missing.')
  return request
}

/** What one asks for is on the map of the request, and there is something to fill in. */
function checkPlace(
  asked: { mapId: string; laneId: string | null; stageId: string | null; touchpointIds: string[] },
  { draft }: Making,
): void {
  const named = [
    ...(asked.laneId ? [draft.need('lane', asked.laneId)] : []),
    ...(asked.stageId ? [draft.need('stage', asked.stageId)] : []),
    ...asked.touchpointIds.map((touchpointId) => draft.need('touchpoint', touchpointId)),
  ]
  if (named.length === 0)
    throw new Refusal('edit.invalid', 'Say which lane, stage or touchpoints to fill in.', 'stageId')
  if (named.some(({ mapId }) => mapId !== asked.mapId))
    throw new Refusal('edit.invalid', 'This is not on the map you ask about.', 'mapId')
}
