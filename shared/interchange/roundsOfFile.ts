// Blind rounds of a file: what was asked and revealed comes back as notes, what one answers oneself as one's own answers.
import type { Viewer } from '../audience/audience.ts'
import type { ActionInput } from '../edits/actions/actions.ts'
import type { AttributedNote } from '../model/rows.ts'
import { isOwnAnswer } from '../rounds/standing.ts'
import type { NewId } from './documentActions.ts'
import { namesIn } from './fileNames.ts'
import type { DocumentRow, MapDocument } from './mapDocument.ts'
import { answersIn } from './revealed.ts'
import { signerOf } from './signers.ts'

type FileRound = DocumentRow<'round'>

/** Each round as a note on the map, and what was revealed as one on each card: told with names, nobody's answer again. */
export function notesOfRounds(file: MapDocument, organisationId: string, newId: NewId): ActionInput[] {
  const nameOf = namesIn(file)
  const sign = signerOf(file, organisationId)
  const cards = new Set(file.touchpoint.map(({ id }) => id))
  const answersOf = answersIn(file)
  return file.round.flatMap((round) => {
    const { name, measures, state, dueOn } = round
    const { ballots, revealed, ballotOf } = answersOf(round)
    const note = (key: string, content: AttributedNote['content']) => ({
      ...({ type: 'attributedNote.add', id: newId(`${round.id} ${key}`), source: 'round' } as const),
      ...{ attributedTo: nameOf(round.organisationId), content },
    })
    const people = ballots.map((ballot) => ({ by: sign(ballot), state: ballot.state }))
    const awaited = round.expected.map((one) => `${nameOf(one.organisationId)}: ${one.people}`)
    const answersOn = (touchpointId: string) =>
      revealed
        .filter((vote) => vote.touchpointId === touchpointId)
        .map(({ measure, score, reason, ...vote }) => {
          const ballot = ballotOf(vote)
          return { measure, score, reason, by: ballot ? sign(ballot) : '' }
        })
    const frame: AttributedNote['content'] = {
      ...{ name, state, dueOn, measures, people, awaited },
      asked: round.askedOrganisationIds.map(nameOf).filter(Boolean),
      cards: round.touchpointIds.map(nameOf).filter(Boolean),
    }
    const asked: ActionInput = { ...note('asked', frame), targetKind: 'map', targetId: newId(round.mapId) }
    const results = round.touchpointIds.flatMap((id): ActionInput[] => {
      const answers = answersOn(id)
      if (!cards.has(id) || answers.length === 0) return []
      return [{ ...note(id, { name, answers }), targetKind: 'touchpoint', targetId: newId(id) }]
    })
    return [asked, ...results]
  })
}

/** Rounds that come back as rounds: those still open that ask one's organisation. */
export function ownRoundsOf(file: MapDocument, viewer: Viewer): FileRound[] {
  const cards = new Set(file.touchpoint.map(({ id }) => id))
  return file.round.filter(
    ({ state, askedOrganisationIds, touchpointIds }) =>
      state === 'open' &&
      askedOrganisationIds.includes(viewer.organisationId) &&
      touchpointIds.some((id) => cards.has(id)),
  )
}

/**
 * They ask one's own organisation alone, whoever was asked there, and nobody but oneself sees one's answers. Nobody is done
 * in a round that is new: what is finished stays, also when the import is taken back.
 */
export function actionsOfOwnRounds(file: MapDocument, viewer: Viewer, newId: NewId): ActionInput[] {
  const cards = new Set(file.touchpoint.map(({ id }) => id))
  const answersOf = answersIn(file)
  return ownRoundsOf(file, viewer).flatMap((round): ActionInput[] => {
    const { id, name, measures, dueOn } = round
    const roundId = newId(id)
    const { kept, ballotOf } = answersOf(round)
    const ballot = ballotOf(viewer)
    const asks = (vote: DocumentRow<'vote'>) =>
      isOwnAnswer(viewer, vote) &&
      cards.has(vote.touchpointId) &&
      round.touchpointIds.includes(vote.touchpointId)
    const votes = kept.filter(asks)
    const hasBegun = votes.length > 0 || (ballot && ballot.state !== 'expected')
    const ballotId = newId(ballot?.id ?? `${id} ballot`)
    return [
      {
        ...{ type: 'round.open', id: roundId, mapId: newId(round.mapId), name, measures, dueOn },
        touchpointIds: round.touchpointIds.filter((card) => cards.has(card)).map(newId),
        askedOrganisationIds: [viewer.organisationId],
      },
      ...(hasBegun ? [{ type: 'ballot.start', id: ballotId, roundId } as const] : []),
      ...votes.map(
        ({ id: voteId, touchpointId, measure, score, reason }): ActionInput => ({
          ...{ type: 'vote.set', id: newId(voteId), roundId, touchpointId: newId(touchpointId) },
          ...{ measure, score, reason },
        }),
      ),
    ]
  })
}
