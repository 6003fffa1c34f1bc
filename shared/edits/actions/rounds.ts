// Blind rounds: opened, answered by each person alone, revealed once for all.
import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { roundContent, voteContent } from '../../model/round.ts'
import { roundAudience } from '../../rounds/roundAudience.ts'
import { awaitedOrganisations, ballotOf, isOwnAnswer } from '../../rounds/standing.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, changing, defineAction, type Making, namingRow } from './action.ts'

const { mapId, name, measures, touchpointIds, askedOrganisationIds, dueOn } = roundContent.shape

export const roundActions = [
  defineAction(
    z.strictObject({
      type: z.literal('round.open'),
      id,
      mapId,
      name,
      measures,
      touchpointIds,
      askedOrganisationIds,
      dueOn,
    }),
    ({ type: _, id: rowId, ...content }, making) => {
      making.draft.need('map', content.mapId)
      const { organisationId, personId } = making.author
      const once = {
        measures: [...new Set(content.measures)],
        touchpointIds: [...new Set(content.touchpointIds)],
        askedOrganisationIds: [...new Set(content.askedOrganisationIds)],
      }
      addRow('round', rowId, { ...content, ...once, organisationId, personId, state: 'open' }, making)
    },
  ),
  /** Its name only while nobody has begun to answer: what people were asked stays what they were asked. */
  defineAction(changing('round.change', { name, dueOn }), (action, making) => {
    changeRow('round', making.draft.need('round', action.id), action.fields, making)
  }),
  /** `without`: organisations the facilitator does not wait for; those of their people who are done are revealed as well. */
  defineAction(
    z.strictObject({
      type: z.literal('round.reveal'),
      id,
      without: z.array(id).max(100).default([]),
    }),
    (action, making) => reveal(action, making),
  ),
  defineAction(namingRow('round.cancel'), (action, making) => {
    changeRow('round', making.draft.need('round', action.id), { state: 'cancelled' }, making)
  }),

  defineAction(
    z.strictObject({ type: z.literal('ballot.start'), id, roundId: id }),
    ({ id: rowId, roundId }, making) => {
      const { draft, author } = making
      const round = draft.need('round', roundId)
      if (ballotOf(author, draft.list('ballot', 'roundId', roundId)))
        throw new Refusal('edit.invalid', 'You have begun to answer already.', 'roundId')
      const who = { organisationId: author.organisationId, personId: author.personId }
      const content = { mapId: round.mapId, roundId, ...who, authorName: author.name }
      const ballot = addRow('ballot', rowId, { ...content, state: 'voting' }, making)
      changeRow('ballot', ballot, { audience: roundAudience(round) }, making)
    },
  ),
  defineAction(namingRow('ballot.done'), (action, making) => {
    const ballot = making.draft.need('ballot', action.id)
    changeRow('ballot', ballot, { state: 'done', doneAt: making.author.at }, making)
  }),
  defineAction(namingRow('ballot.reopen'), (action, making) => {
    const ballot = making.draft.need('ballot', action.id)
    changeRow('ballot', ballot, { state: 'voting', doneAt: null }, making)
  }),

  /** Sets the answer of whoever acts; a later one replaces it. */
  defineAction(
    z.strictObject({
      type: z.literal('vote.set'),
      id,
      roundId: id,
      touchpointId: id,
      measure: voteContent.shape.measure,
      score: voteContent.shape.score,
      reason: voteContent.shape.reason,
    }),
    ({ type: _, id: rowId, ...answer }, making) => {
      const { draft, author } = making
      const round = draft.need('round', answer.roundId)
      const earlier = draft
        .list('vote', 'roundId', round.id)
        .find(
          (vote) =>
            isOwnAnswer(author, vote) &&
            vote.touchpointId === answer.touchpointId &&
            vote.measure === answer.measure,
        )
      if (earlier) {
        changeRow('vote', earlier, { score: answer.score, reason: answer.reason }, making)
        return
      }
      const who = { organisationId: author.organisationId, personId: author.personId }
      addRow('vote', rowId, { ...answer, mapId: round.mapId, ...who }, making)
    },
  ),
] as const

function reveal(action: { id: string; without: readonly string[] }, making: Making): void {
  const { draft, author } = making
  const round = draft.need('round', action.id)
  const ballots = draft.list('ballot', 'roundId', round.id)
  const awaited = round.state === 'open' ? awaitedOrganisations(round, ballots) : []
  if (awaited.includes(round.organisationId) && author.organisationId === round.organisationId)
    throw new Refusal('edit.invalid', 'Finish your own answers first: who asks others answers as well.')
  if (awaited.some((organisationId) => !action.without.includes(organisationId)))
    throw new Refusal(
      'edit.invalid',
      'Not everybody who was asked is done. Wait for them, or reveal without those you name.',
      'without',
    )
  if (!ballots.some(({ state }) => state === 'done'))
    throw new Refusal('edit.invalid', 'Nobody is done yet. Call the round off instead.', 'without')
  changeRow('round', round, { state: 'revealed' }, making)
}
