import { describe, expect, it } from 'vitest'
import { sharedOutside } from '../../shared/analysis/sharedOutside.ts'
import { newId, person } from '../support/journey.ts'
import type { See } from '../support/memoryEcosystem.ts'
import { openRound } from './openRound.ts'

const leaky: See = () => true

describe('during an open round', () => {
  it('nobody but the voter has a vote: not a colleague, not the facilitator, not who is asked as well', () => {
    const seen = (see?: See) => {
      const { broker, insurer, bank, answer, colleague, votesSeenBy } = openRound(see)
      answer(broker, 3)
      return [broker, colleague(broker, 'admin'), insurer, bank].map((author) => votesSeenBy(author).length)
    }
    expect(seen()).toEqual([1, 0, 0, 0])
    expect(seen(leaky)).toEqual([1, 1, 1, 1])
  })

  it('a person acting for another organisation answers anew, and keeps sight of what is theirs', () => {
    const { world, broker, insurer, round, answer, votesSeenBy } = openRound()
    answer(broker, 3)
    const elsewhere = { ...broker, organisationId: insurer.organisationId }
    expect(votesSeenBy(elsewhere)).toEqual([3])
    expect(world.try(elsewhere, { type: 'ballot.start', id: newId(), roundId: round }).accepted).toBe(true)
  })

  it('who takes part and who is done is told to the organisations of the round alone', () => {
    const { world, broker, insurer, bank, answer } = openRound()
    answer(broker, 3)
    const told = [insurer, broker, bank].map((author) =>
      world
        .seenBy(author)
        .all('ballot')
        .map(({ authorName, state }) => [authorName, state]),
    )
    expect(told).toEqual([[['Ada', 'done']], [['Ada', 'done']], []])
    expect(world.seenBy(bank).all('round')).toEqual([])
  })

  it('setting and changing a vote touches no row that anybody else sees', () => {
    const { world, broker, begin, vote } = openRound()
    begin(broker)
    const first = vote(broker, 3)
    const second = vote(broker, 4, { reason: 'Better since May' })
    for (const outcome of [first, second]) {
      if (!outcome.accepted) throw outcome.refusal
      expect(outcome.consequences).toEqual([])
      expect(outcome.changes.map(({ kind, after }) => [kind, after.audience])).toEqual([
        ['vote', [`person:${broker.personId}`]],
      ])
    }
    expect(world.everything.all('vote')).toHaveLength(1)
  })

  it('two people of one organisation answer separately', () => {
    const { broker, answer, colleague, votesSeenBy } = openRound()
    const other = colleague(broker)
    answer(broker, 3)
    answer(other, 8)
    expect([votesSeenBy(broker), votesSeenBy(other)]).toEqual([[3], [8]])
  })

  it('nobody fills in, finishes or opens again the answers of another', () => {
    const { world, broker, colleague, answer, ballots, insurer } = openRound()
    const vote = answer(broker, 3)
    const ballot = ballots.get(broker)!
    for (const other of [insurer, colleague(broker, 'admin')]) {
      expect(world.try(other, { type: 'ballot.reopen', id: ballot })).toMatchObject({
        accepted: false,
        refusal: { message: expect.stringContaining('Each person answers for themselves') },
      })
    }
    expect(world.everything.get('vote', vote)).toMatchObject({ score: 3 })
  })

  it('only editors and admins of asked organisations answer, and the sentence says why', () => {
    const { world, broker, bank, colleague, round, begin } = openRound()
    const viewer = colleague(broker, 'viewer')
    const start = { type: 'ballot.start', id: newId(), roundId: round } as const
    const refused = world.try(viewer, start)
    expect(refused).toMatchObject({ accepted: false, refusal: { code: 'edit.notAllowed' } })
    expect(refused.accepted ? '' : refused.refusal.message).toContain('speaks for your organisation')
    expect(world.try(bank, start)).toMatchObject({ refusal: { code: 'edit.notFound' } })
    expect(world.try(person(), start)).toMatchObject({ refusal: { code: 'edit.notFound' } })
    expect(() => begin(broker)).not.toThrow()
  })

  it('a vote stands only for what the round asks, in a ballot of one’s own that is not done', () => {
    const { world, broker, insurer, vote, begin, finish, round, cards } = openRound()
    expect(vote(broker, 3)).toMatchObject({ accepted: false })
    begin(broker)
    const answer = { type: 'vote.set', id: newId(), roundId: round, score: 1 } as const
    const other = { ...answer, touchpointId: cards.bakery, measure: 'performance' } as const
    expect(world.try(broker, other)).toMatchObject({ refusal: { field: 'touchpointId' } })
    const unasked = { ...answer, touchpointId: cards.insurer, measure: 'importanceForDecision' } as const
    expect(world.try(broker, unasked)).toMatchObject({ refusal: { field: 'measure' } })
    finish(broker)
    expect(vote(broker, 3)).toMatchObject({ accepted: false, refusal: { code: 'edit.notAllowed' } })
    expect(vote(insurer, 3)).toMatchObject({ accepted: false })
  })
})

describe('a reveal', () => {
  it('shows every finished vote to exactly the organisations of the round', () => {
    const seen = (see?: See) => {
      const { broker, insurer, bank, stranger, answer, colleague, reveal, votesSeenBy } = openRound(see)
      answer(broker, 3)
      answer(insurer, 9)
      expect(reveal(insurer).accepted).toBe(true)
      const everybody = [broker, colleague(broker, 'viewer'), insurer, colleague(insurer), bank, stranger]
      return everybody.map((author) => votesSeenBy(author).toSorted())
    }
    expect(seen()).toEqual([[3, 9], [3, 9], [3, 9], [3, 9], [], []])
    expect(seen(leaky)[4]).toEqual([3, 9])
  })

  it('tells its author only of the round and of their own votes; the others come with the next pull', () => {
    const { world, broker, insurer, answer, reveal, round } = openRound()
    const own = answer(insurer, 9)
    const theirs = answer(broker, 3)
    const outcome = reveal(insurer)
    if (!outcome.accepted) throw outcome.refusal
    expect(outcome.changes.map(({ id }) => id)).toEqual([round, own])
    expect(outcome.consequences.map(({ id }) => id)).toEqual([theirs])
    expect(world.everything.get('vote', theirs)!.audience).toEqual(
      expect.arrayContaining([`org:${insurer.organisationId}`, `org:${broker.organisationId}`]),
    )
  })

  it('waits for everybody who was asked, unless the facilitator names whom not to wait for', () => {
    const { insurer, broker, answer, begin, reveal, vote } = openRound()
    answer(insurer, 9)
    const refused = reveal(insurer)
    expect(refused).toMatchObject({ accepted: false, refusal: { field: 'without' } })
    begin(broker)
    vote(broker, 3)
    const again = reveal(insurer)
    // Whether nobody has begun or one of many is not done reads the same.
    expect(again.accepted || again.refusal.message).toBe(refused.accepted || refused.refusal.message)
    expect(reveal(insurer, [broker.organisationId]).accepted).toBe(true)
  })

  it('leaves to each person what they had not finished', () => {
    const { insurer, broker, answer, begin, vote, colleague, reveal, votesSeenBy } = openRound()
    answer(insurer, 9)
    answer(broker, 3)
    const late = colleague(broker)
    begin(late)
    vote(late, 7)
    expect(reveal(insurer).accepted).toBe(false)
    expect(reveal(insurer, [broker.organisationId]).accepted).toBe(true)
    expect(votesSeenBy(insurer).toSorted()).toEqual([3, 9])
    expect(votesSeenBy(broker).toSorted()).toEqual([3, 9])
    expect(votesSeenBy(late).toSorted()).toEqual([3, 7, 9])
  })

  it('is for the facilitator, not before they have answered themselves, and not of nothing', () => {
    const { insurer, broker, answer, reveal, colleague } = openRound()
    expect(reveal(insurer, [insurer.organisationId, broker.organisationId]).accepted).toBe(false)
    answer(broker, 3)
    expect(reveal(insurer, [insurer.organisationId])).toMatchObject({
      refusal: { message: expect.stringContaining('your own answers first') },
    })
    answer(insurer, 9)
    for (const other of [broker, colleague(insurer)])
      expect(reveal(other)).toMatchObject({ accepted: false, refusal: { code: 'edit.notAllowed' } })
    // Should the facilitator be away, an admin of their organisation stands in.
    expect(reveal(colleague(insurer, 'admin')).accepted).toBe(true)
  })

  it('is for good: not undone, not called off, and no vote changes after it', () => {
    const { world, insurer, broker, answer, reveal, round, vote, ballots, votesSeenBy } = openRound()
    answer(insurer, 9)
    answer(broker, 3)
    const voted = { ...world.lastEditOf(broker)!, number: world.lastEditOf(broker)!.number - 1 }
    const revealed = reveal(insurer).edit
    expect(world.undo(insurer, revealed)).toMatchObject({
      refusal: { message: 'What was revealed has been seen. A reveal cannot be taken back.' },
    })
    const ballot = ballots.get(broker)!
    expect([
      world.try(insurer, { type: 'round.cancel', id: round }).accepted,
      world.try(insurer, { type: 'round.change', id: round, fields: { dueOn: '2027-01-01' } }).accepted,
      world.try(broker, { type: 'ballot.reopen', id: ballot }).accepted,
      world.undo(broker, world.lastEditOf(broker)!).accepted,
      world.undo(broker, voted).accepted,
      vote(broker, 10).accepted,
      reveal(insurer).accepted,
    ]).toEqual(Array(7).fill(false))
    expect(votesSeenBy(insurer).toSorted()).toEqual([3, 9])
  })

  it('is not undone one gesture later either, when it was one edit with something else', () => {
    const { world, insurer, broker, answer, round, cards } = openRound()
    answer(insurer, 9)
    answer(broker, 3)
    const both = world.act(
      insurer,
      { type: 'touchpoint.change', id: cards.insurer, fields: { name: 'Reviews' } },
      { type: 'round.reveal', id: round },
    )
    expect(world.undo(insurer, both).accepted).toBe(false)
    expect(world.everything.get('round', round)!.state).toBe('revealed')
  })

  it('puts our votes among what outsiders see of ours', () => {
    const { world, insurer, broker, answer, reveal } = openRound()
    const theirs = answer(broker, 3)
    answer(insurer, 9)
    const shared = () => sharedOutside(world.seenBy(broker), broker.organisationId).map(({ row }) => row.id)
    expect(shared()).not.toContain(theirs)
    reveal(insurer)
    expect(shared()).toContain(theirs)
  })
})

describe('a round', () => {
  it('is announced for good once somebody has begun: its name stays, it is called off instead of undone', () => {
    const { world, insurer, broker, begin, opened, round } = openRound()
    const rename = { type: 'round.change', id: round, fields: { name: 'Something else' } } as const
    expect(world.try(insurer, rename).accepted).toBe(true)
    begin(broker)
    const again = { ...rename, fields: { name: 'Something else again' } }
    expect(world.try(insurer, again)).toMatchObject({ accepted: false })
    expect(world.undo(insurer, opened)).toMatchObject({ refusal: { code: 'edit.notAllowed' } })
    const later = { type: 'round.change', id: round, fields: { dueOn: '2027-02-01' } } as const
    expect(world.try(insurer, later).accepted).toBe(true)
    expect(world.try(insurer, { type: 'round.cancel', id: round }).accepted).toBe(true)
  })

  it('that was called off shows nothing of what was answered', () => {
    const { world, insurer, broker, answer, round, votesSeenBy, reveal } = openRound()
    answer(insurer, 9)
    answer(broker, 3)
    world.act(insurer, { type: 'round.cancel', id: round })
    expect(reveal(insurer).accepted).toBe(false)
    expect([votesSeenBy(insurer), votesSeenBy(broker)]).toEqual([[9], [3]])
  })

  it('asks only who takes part in its map, about touchpoints of that map', () => {
    const { world, insurer, stranger, opening } = openRound()
    const other = { ...opening, id: newId() }
    expect(world.try(insurer, { ...other, askedOrganisationIds: [stranger.organisationId] })).toMatchObject({
      refusal: { field: 'askedOrganisationIds' },
    })
    const mapId = newId()
    world.act(insurer, { type: 'map.add', id: mapId, participantId: newId(), name: 'Other', rank: 'a1' })
    expect(
      world.try(insurer, { ...other, mapId, askedOrganisationIds: [insurer.organisationId] }),
    ).toMatchObject({ refusal: { field: 'touchpointIds' } })
  })
})
