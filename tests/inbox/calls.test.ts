import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { callsOf } from '../../shared/inbox/calls.ts'
import { readNews } from '../../shared/inbox/readNews.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

function openCalling() {
  const journey = openSharedJourney()
  const { world } = journey
  /** Whom an edit calls, and for what. */
  const calls = (author: Author, ...actions: ActionInput[]) => {
    const outcome = world.try(author, ...actions)
    if (!outcome.accepted) throw outcome.refusal
    return callsOf([...outcome.changes, ...outcome.consequences], author, world.everything)
  }
  return { ...journey, calls }
}

const short = (calls: ReturnType<typeof callsOf>) =>
  calls.map(({ kind, organisationId, personId }) => [kind, organisationId, personId])

describe('whom an edit calls', () => {
  it('is whoever is asked to fill in something, and who asked, once there is an answer', () => {
    const { world, insurer, broker, mapId, stages, calls } = openCalling()
    const id = newId()
    const asked = { mapId, stageId: stages.claim, askedOrganisationId: broker.organisationId, text: 'Please' }
    const asking = calls(insurer, { type: 'contributionRequest.add', id, ...asked })
    expect(short(asking)).toEqual([['asked', broker.organisationId, null]])
    const line = { id: newId(), ecosystemId: world.id, rowKind: 'contributionRequest', rowId: id } as const
    const byOrganisationId = insurer.organisationId
    const read = (kind: 'asked' | 'answered') =>
      readNews(
        { ...line, kind, byOrganisationId, at: new Date(), readAt: null },
        world.everything,
        (one) => one,
      )
    expect(read('asked')).toMatchObject({ about: { kind: 'stage', name: 'Claim' }, text: 'Please' })
    const answer = { state: 'done', answer: 'All there' } as const
    const answering = calls(broker, { type: 'contributionRequest.answer', id, ...answer })
    expect(short(answering)).toEqual([['answered', insurer.organisationId, insurer.personId]])
    expect(read('asked')).toBeNull()
    expect(read('answered')).toMatchObject({
      ...{ outcome: 'yes', text: 'All there', by: { organisation: broker.organisationId, person: '' } },
    })
  })

  it('is everybody of a blind round, when it opens and when it is revealed', () => {
    const { world, insurer, broker, mapId, cards, calls } = openCalling()
    const [roundId, ballotId, touchpointId] = [newId(), newId(), cards.bakery]
    const asked = { askedOrganisationIds: [broker.organisationId], touchpointIds: [touchpointId] }
    const measures: ['performance'] = ['performance']
    const open = { type: 'round.open', id: roundId, mapId, name: 'Claims', measures, ...asked } as const
    expect(short(calls(insurer, open))).toEqual([['roundOpened', broker.organisationId, null]])
    const vote = { roundId, touchpointId, measure: 'performance', score: 3 } as const
    world.act(
      broker,
      { type: 'ballot.start', id: ballotId, roundId },
      { type: 'vote.set', id: newId(), ...vote },
      { type: 'ballot.done', id: ballotId },
    )
    const both = [insurer, broker].map(({ organisationId }) => ['roundRevealed', organisationId, null])
    expect(short(calls(insurer, { type: 'round.reveal', id: roundId }))).toEqual(both)
  })

  it('is nobody for what one edits in one’s own lane, says to oneself or shares with everyone', () => {
    const { broker, cards, calls } = openCalling()
    const target = { targetKind: 'touchpoint', targetId: cards.broker } as const
    const fields = { name: 'Keys in the risk' }
    expect(calls(broker, { type: 'touchpoint.change', id: cards.broker, fields })).toEqual([])
    expect(calls(broker, { type: 'comment.add', id: newId(), ...target, text: 'Ours' })).toEqual([])
    expect(
      calls(broker, { type: 'comment.add', id: newId(), ...target, text: 'Hello', with: 'map' }),
    ).toEqual([])
  })

  it('is called a few times for an edit of hundreds of proposals', () => {
    const { insurer, broker, lanes, stages, calls } = openCalling()
    const card = { type: 'touchpoint.add', laneId: lanes.insurer, stageId: stages.buy, rank: 'a0' } as const
    const many = Array.from({ length: 200 }, (_, index) => ({ ...card, id: newId(), name: `Card ${index}` }))
    const called = calls(broker, ...many)
    expect(new Set(called.map(({ organisationId }) => organisationId))).toEqual(
      new Set([insurer.organisationId]),
    )
    expect(called).toHaveLength(10)
  })

  it('is whoever had signed a handoff that is gone, about their own card', () => {
    const { world, insurer, broker, cards, handoff, confirm, calls } = openCalling()
    confirm(insurer, handoff)
    world.act(broker, { type: 'link.change', id: handoff, fields: { expectedMinutes: 5 } })
    const called = calls(broker, { type: 'link.remove', id: handoff })
    expect(called).toEqual([
      {
        ...{ kind: 'agreementChanged', rowKind: 'touchpoint', rowId: cards.insurer },
        ...{ organisationId: insurer.organisationId, personId: null },
      },
    ])
  })
})
