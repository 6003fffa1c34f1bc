// Blind rounds: opened, answered by each person alone, revealed once for all.
import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { roundContent, voteContent } from '../../model/round.ts'
import { roundAudience } from '../../rounds/roundAudience.ts'
import { awaitedOrganisations, ballotOf, hasBegun, isOwnAnswer } from '../../rounds/standing.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, changing, defineAction, type Making, namingRow, removeRow } from './action.ts'

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

  /** A colleague whose answers are waited for. Only their organisation learns who; the others, that it is one more. */
  defineAction(
    z.strictObject({ type: z.literal('ballot.expect'), id, roundId: id, personId: id, authorName: name }),
    ({ type: _, id: rowId, ...named }, { draft, author, ...rest }) => {
      const { mapId } = draft.need('round', named.roundId)
      const { organisationId } = author
      if (ballotOf({ ...named, organisationId }, draft.list('ballot', 'roundId', named.roundId)))
        throw new Refusal('edit.invalid', 'This person is expected already, or has begun.', 'personId')
      const content = { ...named, mapId, organisationId, state: 'expected' } as const
      addRow('ballot', rowId, content, { draft, author, ...rest })
    },
  ),
  /** Somebody who was named, and has not begun, is not waited for any more. */
  defineAction(namingRow('ballot.release'), (action, making) => {
    const ballot = making.draft.need('ballot', action.id)
    if (ballot.state !== 'expected')
      throw new Refusal('edit.invalid', 'Who has begun to answer takes part.', 'id')
    removeRow('ballot', ballot, making)
  }),
  defineAction(
    z.strictObject({ type: z.literal('ballot.start'), id, roundId: id }),
    ({ id: rowId, roundId }, making) => {
      const { draft, author } = making
      const round = draft.need('round', roundId)
      const named = ballotOf(author, draft.list('ballot', 'roundId', roundId))
      const begun = { state: 'voting', authorName: author.name, audience: roundAudience(round) } as const
      if (named?.state === 'expected') {
        changeRow('ballot', named, begun, making)
        return
      }
      if (named) throw new Refusal('edit.invalid', 'You have begun to answer already.', 'roundId')
      const who = { organisationId: author.organisationId, personId: author.personId }
      const content = { mapId: round.mapId, roundId, ...who, authorName: author.name }
      const ballot = addRow('ballot', rowId, { ...content, state: 'voting' }, making)
      changeRow('ballot', ballot, { audience: roundAudience(round) }, making)
    },
  ),
  defineAction(namingRow('ballot.done'), (action, making) => {
    const ballot = needBegun(action.id, making)
    changeRow('ballot', ballot, { state: 'done', doneAt: making.author.at }, making)
  }),
  defineAction(namingRow('ballot.reopen'), (action, making) => {
    const ballot = needBegun(action.id, making)
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

function needBegun(id: string, { draft }: Making) {
  const ballot = draft.need('ballot', id)
  if (hasBegun(ballot)) return ballot
  throw new Refusal('edit.invalid', 'Begin to answer first.', 'id')
}

function reveal(action: { id: string; without: readonly string[] }, making: Making): void {
  const { draft, author } = making
  const round = draft.need('round', action.id)
  const ballots = draft.list('ballot', 'roundId', round.id)
  const awaited = round.state === 'open' ? awaitedOrganisations(round, ballots) : []
  const own = ballotOf(author, ballots)
  const hasOwn = ballots.some((one) => one.organisationId === round.organisationId && one.state === 'done')
  if (awaited.includes(round.organisationId) && (own ? own.state !== 'done' : !hasOwn))
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
