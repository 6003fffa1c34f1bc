// Several people of one organisation: who is expected is its own affair, how many are still to begin is told to all.
import { describe, expect, it } from 'vitest'
import { isAwaitedFrom } from '../../shared/rounds/roundsOf.ts'
import { awaitedOrganisations, standingOf } from '../../shared/rounds/standing.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId } from '../support/journey.ts'
import type { See } from '../support/memoryEcosystem.ts'
import { openRound } from './openRound.ts'

const leaky: See = () => true

function withNamed(see?: See) {
  const opened = openRound(see)
  const { world, broker, round, colleague, begin, vote } = opened
  const [ben, cem] = [colleague(broker), colleague(broker)]
  const expectFrom = (by: Author, who: Author, authorName = 'CANARY-BEN') => {
    const named = { roundId: round, personId: who.personId, authorName }
    const id = newId()
    return { id, ...world.try(by, { type: 'ballot.expect', id, ...named }) }
  }
  /** Whoever was named answers in the ballot that names them. */
  const answerNamed = (who: Author, id: string, score: number) => {
    begin(who)
    vote(who, score)
    world.act(who, { type: 'ballot.done', id })
  }
  const shown = () => world.everything.get('round', round)!
  const ballots = () => world.everything.list('ballot', 'roundId', round)
  return { ...opened, ben, cem, expectFrom, answerNamed, shown, ballots }
}

describe('naming who answers', () => {
  it('makes “all have answered” count those who have not begun', () => {
    const { broker, insurer, ben, expectFrom, answer, answerNamed, reveal, shown, ballots } = withNamed()
    answer(insurer, 9)
    const named = expectFrom(broker, ben)
    expect(named.accepted).toBe(true)
    answer(broker, 3)
    expect(standingOf(broker.organisationId, shown(), ballots())).toBe('answering')
    expect(reveal(insurer)).toMatchObject({ accepted: false, refusal: { field: 'without' } })
    answerNamed(ben, named.id, 7)
    expect(shown().expected).toEqual([])
    expect(awaitedOrganisations(shown(), ballots())).toEqual([])
    expect(reveal(insurer).accepted).toBe(true)
  })

  it('tells other organisations how many, never who', () => {
    const seen = (see?: See) => {
      const { world, broker, insurer, ben, cem, expectFrom } = withNamed(see)
      expectFrom(broker, ben)
      expectFrom(broker, cem, 'CANARY-CEM')
      const rows = world.seenBy(insurer)
      expect(rows.all('round')[0]!.expected).toEqual([{ organisationId: broker.organisationId, people: 2 }])
      const text = JSON.stringify([...rows.all('round'), ...rows.all('ballot')])
      return ['CANARY-BEN', 'CANARY-CEM', ben.personId, cem.personId].filter((one) => text.includes(one))
    }
    expect(seen()).toEqual([])
    expect(seen(leaky)).toHaveLength(4)
  })

  it('waits for the named alone, and for one voice where nobody is named', () => {
    const { world, broker, ben, cem, expectFrom, answerNamed, shown } = withNamed()
    const isAwaited = (who: Author) => isAwaitedFrom(who, shown(), world.seenBy(who))
    expect([broker, ben, cem].map(isAwaited)).toEqual([true, true, true])
    const { id } = expectFrom(broker, ben)
    expect([broker, ben, cem].map(isAwaited)).toEqual([false, true, false])
    answerNamed(ben, id, 4)
    expect([broker, ben, cem].map(isAwaited)).toEqual([false, false, false])
  })

  it('shows a name once its person begins, and hides it again when that is undone', () => {
    const { world, broker, insurer, ben, begin, expectFrom, shown } = withNamed()
    expectFrom(broker, ben)
    const began = begin(ben)
    expect(world.seenBy(insurer).all('ballot')).toMatchObject([{ personId: ben.personId, authorName: 'Ada' }])
    expect(world.undo(ben, began).accepted).toBe(true)
    expect(world.seenBy(insurer).all('ballot')).toEqual([])
    expect(shown().expected).toEqual([{ organisationId: broker.organisationId, people: 1 }])
  })

  it('is for each organisation itself, once per person, and taken back while they have not begun', () => {
    const { world, broker, insurer, bank, ben, begin, expectFrom, shown, ballots } = withNamed()
    const { id } = expectFrom(broker, ben)
    expect(expectFrom(broker, ben)).toMatchObject({ refusal: { field: 'personId' } })
    expect(world.try(insurer, { type: 'ballot.release', id })).toMatchObject({
      refusal: { code: 'edit.notFound' },
    })
    expect(expectFrom(bank, ben).accepted).toBe(false)
    expect(expectFrom({ ...broker, role: 'viewer' }, broker).accepted).toBe(false)
    expect(world.try(ben, { type: 'ballot.done', id })).toMatchObject({ accepted: false })
    expect(world.try(broker, { type: 'ballot.release', id }).accepted).toBe(true)
    expect(shown().expected).toEqual([])
    const again = expectFrom(broker, ben)
    begin(ben)
    expect(world.try(broker, { type: 'ballot.release', id: again.id }).accepted).toBe(false)
    expect(ballots().filter(({ deleted }) => !deleted)).toHaveLength(1)
  })

  it('by the facilitator at the opening is undone with it, and does not announce the round for good', () => {
    const { world, insurer, colleague, opening } = openRound()
    const id = newId()
    const dora = { personId: colleague(insurer).personId, authorName: 'Dora' }
    const opened = world.act(
      insurer,
      { ...opening, id },
      { type: 'ballot.expect', id: newId(), roundId: id, ...dora },
    )
    expect(world.everything.get('round', id)!.expected).toHaveLength(1)
    expect(world.undo(insurer, opened).accepted).toBe(true)
    expect(world.everything.get('round', id)!.deleted).toBe(true)
  })

  it('ends with the organisation’s part in the map', () => {
    const { world, broker, ben, expectFrom, shown } = withNamed()
    expectFrom(broker, ben)
    const place = world.everything
      .all('participant')
      .find(({ organisationId, state }) => organisationId === broker.organisationId && state === 'active')!
    world.act(broker, { type: 'participant.leave', id: place.id })
    expect(shown().expected).toEqual([])
  })
})
