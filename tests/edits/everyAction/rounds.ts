import { newId, openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'

export const roundTries: Tries<'round' | 'ballot' | 'vote'> = {
  'round.open': () => {
    const { world, insurer: author, mapId, cards, broker } = openSharedJourney()
    const asked = { askedOrganisationIds: [broker.organisationId], touchpointIds: [cards.insurer] }
    const said = { name: 'How well it works', measures: ['performance' as const] }
    return { world, author, actions: [{ type: 'round.open', id: newId(), mapId, ...said, ...asked }] }
  },
  'round.change': () => {
    const { world, insurer: author, round: id } = withRound()
    return { world, author, actions: [{ type: 'round.change', id, fields: { dueOn: '2027-03-31' } }] }
  },
  'round.reveal': () => {
    const { world, insurer: author, broker, round: id, start, vote, done } = withRound()
    world.act(broker, start, vote, done)
    return { world, author, actions: [{ type: 'round.reveal', id }], refused: 'undo' }
  },
  'round.cancel': () => {
    const { world, insurer: author, round: id } = withRound()
    return { world, author, actions: [{ type: 'round.cancel', id }] }
  },
  'ballot.expect': () => {
    const { world, broker: author, expect } = withRound()
    return { world, author, actions: [expect] }
  },
  'ballot.release': () => {
    const { world, broker: author, expect } = withRound()
    world.act(author, expect)
    return { world, author, actions: [{ type: 'ballot.release', id: expect.id }] }
  },
  'ballot.start': () => {
    const { world, broker: author, start } = withRound()
    return { world, author, actions: [start] }
  },
  'ballot.done': () => {
    const { world, broker: author, start, done } = withRound()
    world.act(author, start)
    return { world, author, actions: [done] }
  },
  'ballot.reopen': () => {
    const { world, broker: author, start, done, ballot: id } = withRound()
    world.act(author, start, done)
    return { world, author, actions: [{ type: 'ballot.reopen', id }] }
  },
  'vote.set': () => {
    const { world, broker: author, start, vote } = withRound()
    world.act(author, start)
    return { world, author, actions: [vote] }
  },
}

function withRound() {
  const journey = openSharedJourney()
  const { world, insurer, broker, mapId, cards } = journey
  const [round, ballot] = [newId(), newId()]
  const askedOrganisationIds = [broker.organisationId]
  const asked = { name: 'How well it works', measures: ['performance'] as const, askedOrganisationIds }
  const touchpointIds = [cards.insurer]
  world.act(insurer, {
    type: 'round.open',
    id: round,
    mapId,
    ...asked,
    measures: [...asked.measures],
    touchpointIds,
  })
  const start = { type: 'ballot.start', id: ballot, roundId: round } as const
  const named = { personId: newId(), authorName: 'Ben' }
  const expect = { type: 'ballot.expect', id: newId(), roundId: round, ...named } as const
  const vote = {
    type: 'vote.set',
    id: newId(),
    roundId: round,
    touchpointId: cards.insurer,
    measure: 'performance',
    score: 3,
  } as const
  return {
    ...journey,
    round,
    ballot,
    expect,
    start,
    vote,
    done: { type: 'ballot.done', id: ballot } as const,
  }
}
