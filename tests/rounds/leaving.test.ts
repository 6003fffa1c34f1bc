import { describe, expect, it } from 'vitest'
import type { Author } from '../../shared/rules/author.ts'
import { newId } from '../support/journey.ts'
import { openRound } from './openRound.ts'

function withLeaver() {
  const opened = openRound()
  const { world } = opened
  const leave = (author: Author) => {
    const place = world.everything
      .all('participant')
      .find((row) => row.organisationId === author.organisationId && row.state === 'active')!
    world.act(author, { type: 'participant.leave', id: place.id })
  }
  return { ...opened, leave }
}

describe('an organisation that leaves', () => {
  it('leaves what was revealed of it, and loses sight of what the others revealed', () => {
    const { world, insurer, broker, answer, reveal, leave, votesSeenBy } = withLeaver()
    answer(broker, 3)
    answer(insurer, 9)
    reveal(insurer)
    leave(broker)
    expect(votesSeenBy(insurer).toSorted()).toEqual([3, 9])
    expect(votesSeenBy(broker)).toEqual([3])
    expect(world.seenBy(broker).all('round')).toEqual([])
    expect(world.seenBy(broker).all('ballot')).toHaveLength(1)
  })

  it('takes unrevealed votes along: a later reveal neither waits for it nor shows them', () => {
    const { world, insurer, broker, answer, reveal, leave, votesSeenBy } = withLeaver()
    answer(broker, 3)
    answer(insurer, 9)
    leave(broker)
    expect(reveal(insurer).accepted).toBe(true)
    expect(votesSeenBy(insurer)).toEqual([9])
    expect(votesSeenBy(broker)).toEqual([3])
    expect(world.everything.all('round')[0]!.askedOrganisationIds).toEqual([insurer.organisationId])
  })

  it('does not see the round again when it comes back, and is not waited for', () => {
    const { world, insurer, broker, invited, mapId, round, answer, reveal, leave, votesSeenBy } = withLeaver()
    answer(insurer, 9)
    leave(broker)
    world.act(invited, { type: 'participant.join', id: newId(), mapId })
    expect(world.try(broker, { type: 'ballot.start', id: newId(), roundId: round }).accepted).toBe(false)
    expect(reveal(insurer).accepted).toBe(true)
    expect(votesSeenBy(broker)).toEqual([])
  })

  it('calls off the open rounds it facilitated, and reveals nothing of them', () => {
    const { world, broker, bank, opening, leave, votesSeenBy } = withLeaver()
    const id = newId()
    const asked = { askedOrganisationIds: [broker.organisationId, bank.organisationId] }
    world.act(bank, { ...opening, id, ...asked })
    const start = { type: 'ballot.start', id: newId(), roundId: id } as const
    const vote = { type: 'vote.set', id: newId(), roundId: id, measure: 'performance', score: 4 } as const
    world.act(broker, start, { ...vote, touchpointId: opening.touchpointIds[0]! })
    leave(bank)
    expect(world.seenBy(broker).get('round', id)).toMatchObject({ state: 'cancelled' })
    expect(votesSeenBy(bank)).toEqual([])
    expect(votesSeenBy(broker)).toEqual([4])
  })

  it('does not come back into a round that was undone before it left', () => {
    const { world, insurer, opened, leave, broker } = withLeaver()
    const undone = world.undo(insurer, opened)
    leave(broker)
    expect(world.undo(insurer, undone.edit)).toMatchObject({
      accepted: false,
      refusal: { field: 'askedOrganisationIds' },
    })
  })
})
