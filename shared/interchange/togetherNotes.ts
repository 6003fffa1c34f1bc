// What the preview says of sessions, rounds and requests in a file.
import type { Viewer } from '../audience/audience.ts'
import { isOwnAnswer } from '../rounds/standing.ts'
import type { ImportNote } from './importedMap.ts'
import type { MapDocument } from './mapDocument.ts'
import { requestsToAsk } from './requestsOfFile.ts'
import { answersIn } from './revealed.ts'
import { ownRoundsOf } from './roundsOfFile.ts'

/** How each comes back, and what does not. */
export function notesOfTogether(file: MapDocument, viewer: Viewer): ImportNote[] {
  const rounds = ownRoundsOf(file, viewer)
  const requests = requestsToAsk(file, viewer.organisationId)
  const running = requests.filter(({ state }) => state === 'open').length
  const told = file.contributionRequest.length - requests.length
  const { others, late, ofGoneCards } = answersLeftOut(file, viewer, rounds)
  return [
    changed(file.session.length, [
      '1 session comes back as one that is over',
      'sessions come back as ones that are over',
      'for your organisation to read: each sticky says who wrote it.',
    ]),
    changed(file.round.length, [
      '1 blind round is told in notes',
      'blind rounds are told in notes',
      'on the map and its cards: who was asked, and what everybody answered where it was revealed.',
    ]),
    changed(rounds.length, [
      '1 of the blind rounds also comes back as a round',
      'of the blind rounds also come back as rounds',
      'that asks your organisation alone, with your own answers for nobody but you and not yet done.',
    ]),
    changed(requests.length, [
      '1 request to your organisation is asked by you in the copy',
      'requests to your organisation are asked by you in the copy',
      running === 0 ? 'settled as it was there.' : 'and nobody is written to because of it.',
    ]),
    changed(told, [
      '1 request is told in a note',
      'requests are told in notes',
      'as whom it asked takes no part in the copy, or what it was about is not in the file.',
    ]),
    skipped(others, [
      '1 answer in a blind round is left out',
      'answers in blind rounds are left out',
      'never revealed, and given by somebody else.',
    ]),
    skipped(late, [
      '1 answer of yours in a blind round is left out',
      'answers of yours in blind rounds are left out',
      'the round was called off, or revealed before you were done.',
    ]),
    skipped(ofGoneCards, [
      '1 answer in a blind round is left out',
      'answers in blind rounds are left out',
      'the card is not in the file.',
    ]),
  ].flat()
}

function answersLeftOut(file: MapDocument, viewer: Viewer, open: readonly { id: string }[]) {
  const cards = new Set(file.touchpoint.map(({ id }) => id))
  const answersOf = answersIn(file)
  const answers = file.round.map(answersOf)
  const kept = answers.flatMap((one) => one.kept)
  const others = kept.filter((vote) => !isOwnAnswer(viewer, vote))
  const again = new Set(open.map(({ id }) => id))
  const own = kept.filter((vote) => isOwnAnswer(viewer, vote))
  const late = own.filter(({ roundId }) => !again.has(roundId))
  const rest = [
    ...answers.flatMap(({ revealed }) => revealed),
    ...own.filter(({ roundId }) => again.has(roundId)),
  ]
  const ofGoneCards = rest.filter(({ touchpointId }) => !cards.has(touchpointId))
  return { others: others.length, late: late.length, ofGoneCards: ofGoneCards.length }
}

type Words = readonly [one: string, several: string, why: string]

const changed = (count: number, [one, several, why]: Words) =>
  note('changed', count, one, several, `, ${why}`)
const skipped = (count: number, [one, several, why]: Words) =>
  note('skipped', count, one, several, `: ${why}`)

function note(level: ImportNote['level'], count: number, one: string, several: string, why: string) {
  if (count === 0) return []
  return [{ level, message: `${count === 1 ? one : `${count} ${several}`}${why}` }]
}
