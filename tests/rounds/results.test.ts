import { expect, it } from 'vitest'
import { resultsOf } from '../../shared/rounds/results.ts'
import { roundsOf, roundsThatRated } from '../../shared/rounds/roundsOf.ts'
import { newId } from '../support/journey.ts'
import { openRound } from './openRound.ts'

function withThreeVotes() {
  const opened = openRound()
  const { broker, insurer, answer, colleague } = opened
  const second = colleague(broker)
  answer(insurer, 9)
  answer(broker, 3, { reason: 'We wait six days.' })
  answer(second, 4)
  const round = () => opened.world.seenBy(insurer).get('round', opened.round)!
  return { ...opened, second, shownRound: round }
}

it('says nothing before the reveal, not even to somebody who sees a vote', () => {
  const { world, broker, shownRound } = withThreeVotes()
  expect(resultsOf(shownRound(), world.seenBy(broker))).toEqual([])
})

it('gives every vote, the median, the range and the spread of a touchpoint', () => {
  const { world, insurer, reveal, shownRound, cards } = withThreeVotes()
  reveal(insurer)
  const results = resultsOf(shownRound(), world.seenBy(insurer))
  expect(results.map(({ touchpointId, spread }) => [touchpointId, spread])).toEqual([
    [cards.insurer, 6],
    [cards.broker, 0],
  ])
  const [performance, loyalty] = results[0]!.measures
  expect(performance).toMatchObject({ median: 4, lowest: 3, highest: 9, spread: 6 })
  expect(performance!.votes.map(({ score, reason }) => [score, reason])).toEqual([
    [3, 'We wait six days.'],
    [4, ''],
    [9, ''],
  ])
  expect(loyalty).toMatchObject({ votes: [], median: null, lowest: null, spread: 0 })
})

it('puts the touchpoint people disagree on most first', () => {
  const { world, insurer, broker, begin, finish, reveal, round, cards, shownRound } = openSecond()
  const vote = (author: typeof insurer, score: number) =>
    world.act(author, {
      type: 'vote.set',
      id: newId(),
      roundId: round,
      touchpointId: cards.broker,
      measure: 'importanceForLoyalty',
      score,
    })
  for (const author of [insurer, broker]) begin(author)
  vote(insurer, 10)
  vote(broker, 2)
  for (const author of [insurer, broker]) finish(author)
  reveal(insurer)
  const [first] = resultsOf(shownRound(), world.seenBy(broker))
  expect(first).toMatchObject({ touchpointId: cards.broker, spread: 8 })
  expect(first!.measures[1]).toMatchObject({ median: 6 })
})

it('leaves out the unfinished vote of the person who looks', () => {
  const { world, insurer, broker, answer, begin, vote, colleague, reveal, shownRound } = openSecond()
  answer(insurer, 9)
  answer(broker, 3)
  const late = colleague(broker)
  begin(late)
  vote(late, 7)
  reveal(insurer, [broker.organisationId])
  const scores = resultsOf(shownRound(), world.seenBy(late))[0]!.measures[0]!.votes.map(({ score }) => score)
  expect(scores).toEqual([3, 9])
})

it('sorts rounds by what they ask of whoever looks', () => {
  const { world, insurer, broker, bank, answer, reveal, colleague, round, cards } = openRound()
  const places = (author: typeof insurer) => {
    const found = roundsOf(world.seenBy(author), author)
    return Object.entries(found).flatMap(([place, rounds]) => (rounds.length > 0 ? [place] : []))
  }
  expect([insurer, broker, bank].map(places)).toEqual([['toAnswer'], ['toAnswer'], []])
  expect(places(colleague(broker, 'viewer'))).toEqual(['waiting'])
  answer(broker, 3)
  expect(places(broker)).toEqual(['waiting'])
  answer(insurer, 9)
  expect([insurer, broker].map(places)).toEqual([['toReveal'], ['waiting']])
  expect(roundsThatRated(cards.insurer, world.seenBy(insurer))).toEqual([])
  reveal(insurer)
  expect([insurer, broker, bank].map(places)).toEqual([['revealed'], ['revealed'], []])
  expect(roundsThatRated(cards.insurer, world.seenBy(broker)).map(({ id }) => id)).toEqual([round])
  expect(roundsThatRated(cards.bakery, world.seenBy(broker))).toEqual([])
})

function openSecond() {
  const opened = openRound()
  const shownRound = () => opened.world.seenBy(opened.insurer).get('round', opened.round)!
  return { ...opened, shownRound }
}
