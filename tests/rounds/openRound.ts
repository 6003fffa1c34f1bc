// A blind round on a small map: the insurer asks itself and the broker; the bank is on the map and is not asked.
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId, openJourneyOfThree, person } from '../support/journey.ts'
import type { See } from '../support/memoryEcosystem.ts'

type Measure = 'performance' | 'importanceForLoyalty'

export function openRound(see?: See) {
  const journey = openJourneyOfThree(see)
  const { world, insurer, broker, mapId, cards } = journey
  const round = newId()
  const asked = [insurer.organisationId, broker.organisationId]
  const opening: Extract<ActionInput, { type: 'round.open' }> = {
    type: 'round.open',
    id: round,
    mapId,
    name: 'How well it works',
    measures: ['performance', 'importanceForLoyalty'],
    touchpointIds: [cards.insurer, cards.broker],
    askedOrganisationIds: asked,
  }
  const opened = world.act(insurer, opening)

  const ballots = new Map<Author, string>()
  const begin = (author: Author) => {
    const id = newId()
    ballots.set(author, id)
    return world.act(author, { type: 'ballot.start', id, roundId: round })
  }
  const vote = (
    author: Author,
    score: number | null,
    fields: { measure?: Measure; reason?: string } = {},
  ) => {
    const { measure = 'performance', reason = '' } = fields
    const id = newId()
    const outcome = world.try(author, {
      type: 'vote.set',
      id,
      roundId: round,
      touchpointId: cards.insurer,
      measure,
      score,
      reason,
    })
    return { ...outcome, id }
  }
  const finish = (author: Author) => world.try(author, { type: 'ballot.done', id: ballots.get(author)! })
  return {
    ...journey,
    round,
    opening,
    opened,
    ballots,
    begin,
    vote,
    finish,
    colleague: (of: Author, role: Author['role'] = 'editor') => person(role, of.organisationId),
    /** Begins, answers one touchpoint, and is done. @returns the id of the vote */
    answer(author: Author, score: number, fields: { measure?: Measure; reason?: string } = {}): string {
      begin(author)
      const { id } = vote(author, score, fields)
      finish(author)
      return id
    },
    reveal: (author: Author, without: string[] = []) =>
      world.try(author, { type: 'round.reveal', id: round, without }),
    votesSeenBy: (author: Author) =>
      world
        .seenBy(author)
        .all('vote')
        .map(({ score }) => score),
  }
}
