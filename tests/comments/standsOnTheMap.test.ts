// Threads on what a map has beside its cards: parties, blind rounds, requests, sessions and their stickies.
import { describe, expect, it } from 'vitest'
import type { StandingKind } from '../../shared/comments/standsOn.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Sharing } from '../../shared/edits/actions/sharing.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId, openJourneyOfThree } from '../support/journey.ts'
import { refused } from './scene.ts'

type OnTheMap = Exclude<StandingKind, 'mark' | 'perspective'>

/** One of each: the round and the request are between insurer and broker, the rest is for everybody on the map. */
function openMap() {
  const journey = openJourneyOfThree()
  const { world, insurer, broker, mapId, parties, cards } = journey
  const ids: Record<OnTheMap, string> = {
    ...{ party: parties.bakery, round: newId(), contributionRequest: newId() },
    ...{ session: newId(), sticky: newId() },
  }
  const asked = { askedOrganisationId: broker.organisationId, touchpointIds: [cards.broker] }
  const openRound = (id: string, ...others: Author[]): ActionInput => ({
    ...{ type: 'round.open', id, mapId, name: 'How good', measures: ['performance'] },
    ...{ touchpointIds: [cards.insurer], askedOrganisationIds: named(...others).organisationIds },
  })
  world.act(
    insurer,
    openRound(ids.round, broker),
    { type: 'contributionRequest.add', id: ids.contributionRequest, mapId, ...asked },
    { type: 'session.start', id: ids.session, mapId, name: 'Monday' },
    { type: 'sticky.add', id: ids.sticky, sessionId: ids.session, text: 'Nobody phones', rank: 'a0' },
  )
  const talk = (kind: OnTheMap, choice: Sharing, more: object = {}) =>
    ({
      ...{ type: 'comment.add', id: newId(), targetKind: 'map', targetId: mapId, text: 'Since when?' },
      ...{ [`${kind}Id`]: ids[kind], with: choice, ...more },
    }) as ActionInput & { id: string }
  const say = (who: Author, kind: OnTheMap, choice: Sharing) => {
    const action = talk(kind, choice)
    world.act(who, action)
    return action.id
  }
  const whoSees = (id: string) =>
    (['insurer', 'broker', 'bank'] as const).filter((who) => world.seenBy(journey[who]).get('comment', id))
  return { ...journey, ids, openRound, talk, say, whoSees }
}

const named = (...authors: Author[]) => ({
  organisationIds: authors.map(({ organisationId }) => organisationId),
})

describe.each(['round', 'contributionRequest'] as const)('a thread on a %s', (kind) => {
  it('is for at most those who ask and are asked', () => {
    const { world, insurer, broker, bank, talk, say, whoSees } = openMap()
    expect(world.try(insurer, talk(kind, 'map')).accepted).toBe(false)
    expect(world.try(insurer, talk(kind, named(bank)))).toMatchObject(refused('edit.invalid'))
    expect(world.try(broker, talk(kind, named(insurer, bank)))).toMatchObject(refused('edit.invalid'))
    expect(whoSees(say(insurer, kind, named(broker)))).toEqual(['insurer', 'broker'])
    expect(whoSees(say(broker, kind, named(insurer)))).toEqual(['insurer', 'broker'])
    expect(whoSees(say(broker, kind, 'organisation'))).toEqual(['broker'])
  })

  it('is no place to speak for whoever does not see that, who is not told that it is there', () => {
    const { world, bank, talk, ids } = openMap()
    const guess = world.try(bank, talk(kind, 'organisation', { [`${kind}Id`]: newId() }))
    expect(world.try(bank, talk(kind, 'organisation'))).toEqual({ ...guess, edit: expect.anything() })
    expect(world.seenBy(bank).get(kind, ids[kind])).toBeUndefined()
  })

  it('goes out of the sight of whoever leaves the map', () => {
    const { world, insurer, broker, say, whoSees } = openMap()
    const thread = say(insurer, kind, named(broker))
    const places = world.everything.list('participant', 'organisationId', broker.organisationId)
    world.act(broker, { type: 'participant.leave', id: places[0]!.id })
    expect(whoSees(thread)).toEqual(['insurer'])
  })
})

it('asked together, organisations of a round talk about it among themselves', () => {
  const { world, insurer, broker, bank, openRound, talk, whoSees } = openMap()
  const roundId = newId()
  world.act(insurer, openRound(roundId, broker, bank))
  const action = talk('round', named(bank), { roundId })
  world.act(broker, action)
  expect(whoSees(action.id)).toEqual(['broker', 'bank'])
})

describe.each(['party', 'session', 'sticky'] as const)('a thread on a %s', (kind) => {
  it('is for whom it is begun, as everybody on the map sees that', () => {
    const { broker, insurer, say, whoSees } = openMap()
    expect(whoSees(say(broker, kind, 'map'))).toEqual(['insurer', 'broker', 'bank'])
    expect(whoSees(say(broker, kind, named(insurer)))).toEqual(['insurer', 'broker'])
    expect(whoSees(say(broker, kind, 'organisation'))).toEqual(['broker'])
  })

  it('stands on the map that this is on, and on nothing else at once', () => {
    const { world, broker, talk, ids, cards } = openMap()
    const onCard = { targetKind: 'touchpoint', targetId: cards.broker }
    expect(world.try(broker, talk(kind, 'map', onCard))).toMatchObject(refused('edit.invalid'))
    const both = kind === 'party' ? { sessionId: ids.session } : { partyId: ids.party }
    expect(world.try(broker, talk(kind, 'map', both))).toMatchObject(refused('edit.invalid'))
  })
})

it('follows a party that goes from the map: only its keeper and whoever began it still read it', () => {
  const { world, insurer, broker, lanes, cards, say, whoSees } = openMap()
  const [thread, theirs] = [say(broker, 'party', 'map'), say(insurer, 'party', 'map')]
  world.act(
    insurer,
    { type: 'touchpoint.remove', id: cards.bakery },
    { type: 'lane.remove', id: lanes.bakery },
  )
  expect([thread, theirs].map(whoSees)).toEqual([['insurer', 'broker'], ['insurer']])
})

it('stays on the map when the sticky it is about is thrown away', () => {
  const { world, insurer, broker, ids, say, whoSees } = openMap()
  const thread = say(broker, 'sticky', 'map')
  world.act(insurer, { type: 'sticky.remove', id: ids.sticky })
  expect(whoSees(thread)).toEqual(['insurer', 'broker', 'bank'])
})
