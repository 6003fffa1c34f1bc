// Threads on a mark or a shared view: never for more than what they stand on, and they follow it when it is taken back.
import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Sharing } from '../../shared/edits/actions/sharing.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId, openJourneyOfThree } from '../support/journey.ts'

/** The insurer's pain and view of its own card, or another's, shared as said, with a place to talk about either. */
function openTalk(kind: 'mark' | 'perspective', shared: Sharing, owner: 'insurer' | 'broker' = 'insurer') {
  const journey = openJourneyOfThree()
  const { world, broker, cards } = journey
  const own = journey[owner]
  const [markId, perspectiveId] = [newId(), newId()]
  const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
  world.act(
    own,
    { type: 'mark.add', id: markId, ...target, kind: 'pain' },
    { type: 'perspective.add', id: perspectiveId, ...target, performance: 3 },
  )
  const share = (choice: Sharing): ActionInput =>
    kind === 'mark'
      ? { type: 'mark.share', id: markId, with: choice }
      : { type: 'perspective.share', id: perspectiveId, with: choice }
  if (shared !== 'organisation') world.act(own, share(shared))
  const on = kind === 'mark' ? { markId } : { perspectiveId }
  const talk = (choice: Sharing, more: object = on): ActionInput & { id: string } => ({
    ...({ type: 'comment.add', id: newId(), ...target, text: 'Since when?', with: choice } as const),
    ...more,
  })
  const say = (who: Author, choice: Sharing) => {
    const action = talk(choice)
    world.act(who, action)
    return action.id
  }
  const sees = (who: Author, id: string) => world.seenBy(who).get('comment', id) !== undefined
  return { ...journey, markId, perspectiveId, share, talk, say, sees, target, broker }
}

describe.each(['mark', 'perspective'] as const)('a thread on a %s', (kind) => {
  it('is for nobody else while that is its organisation’s own', () => {
    const { world, insurer, broker, talk, say, sees } = openTalk(kind, 'organisation')
    expect(world.try(insurer, talk('map')).accepted).toBe(false)
    const toBroker = { organisationIds: [broker.organisationId] }
    expect(world.try(insurer, talk(toBroker)).accepted).toBe(false)
    expect(world.try(broker, talk('organisation')).accepted).toBe(false)
    const thread = say(insurer, 'organisation')
    expect([sees(insurer, thread), sees(broker, thread)]).toEqual([true, false])
    const share = { type: 'comment.share', id: thread, with: 'map' } as const
    expect(world.try(insurer, share).accepted).toBe(false)
  })

  it('is for everybody on the map where that is, and for those it names where that names them', () => {
    for (const shared of ['map', 'named'] as const) {
      const probe = openTalk(kind, 'map')
      const { broker } = probe
      const named = { organisationIds: [broker.organisationId] }
      const { world, insurer, share, talk, say, sees } = probe
      if (shared === 'named') world.act(insurer, share(named))
      expect(world.try(insurer, talk('map')).accepted).toBe(shared === 'map')
      const thread = say(insurer, named)
      expect(sees(broker, thread)).toBe(true)
      const answer = say(broker, { organisationIds: [insurer.organisationId] })
      expect(sees(insurer, answer)).toBe(true)
      expect(world.try(broker, talk('map')).accepted).toBe(shared === 'map')
    }
  })

  it('follows when that is taken back: who could read it no longer can, and keeps their own words', () => {
    const { world, insurer, broker, share, say, sees } = openTalk(kind, 'map')
    const [ours, theirs, reply] = [say(insurer, 'map'), say(broker, 'map'), newId()]
    world.act(broker, { type: 'comment.reply', id: reply, replyToId: ours, text: 'For weeks.' })
    world.act(insurer, share('organisation'))
    expect([ours, theirs, reply].map((id) => sees(broker, id))).toEqual([false, true, true])
    expect([ours, theirs, reply].map((id) => sees(insurer, id))).toEqual([true, true, true])
    expect(world.everything.get('comment', ours)?.audience).toEqual([`org:${insurer.organisationId}`])
    expect(world.try(insurer, { type: 'comment.share', id: ours, with: 'map' }).accepted).toBe(false)
    expect(
      world.try(broker, { type: 'comment.reply', id: newId(), replyToId: ours, text: '?' }).accepted,
    ).toBe(false)
    world.act(insurer, share('map'))
    expect([ours, theirs, reply].map((id) => sees(broker, id))).toEqual([false, true, true])
  })

  it('that its partners began among themselves is for each alone once that is taken back', () => {
    const { world, insurer, broker, share, say, sees } = openTalk(kind, 'map')
    const among = say(broker, 'organisation')
    world.act(insurer, share('organisation'))
    expect([sees(broker, among), sees(insurer, among)]).toEqual([true, false])
  })

  it('is opened by name to nobody who has left the map and takes back what it stands on', () => {
    const { world, insurer, broker, bank, share, say, sees } = openTalk(kind, 'map', 'broker')
    const [ours, theirs] = [say(insurer, 'map'), say(broker, 'map')]
    const places = world.everything.all('participant')
    const place = places.find(({ organisationId }) => organisationId === broker.organisationId)!
    world.act(broker, { type: 'participant.leave', id: place.id })
    expect([insurer, bank, broker].map((who) => sees(who, ours))).toEqual([true, true, false])
    world.act(broker, share('organisation'))
    expect([insurer, bank, broker].map((who) => sees(who, ours))).toEqual([true, false, false])
    expect([insurer, bank, broker].map((who) => sees(who, theirs))).toEqual([false, false, true])
  })

  it('stands on one of them, and on the same object as that', () => {
    const { world, insurer, talk, markId, perspectiveId, cards } = openTalk(kind, 'map')
    expect(world.try(insurer, talk('organisation', { markId, perspectiveId })).accepted).toBe(false)
    const elsewhere = { ...(kind === 'mark' ? { markId } : { perspectiveId }), targetId: cards.broker }
    expect(world.try(insurer, talk('organisation', elsewhere)).accepted).toBe(false)
    expect(world.try(insurer, talk('organisation')).accepted).toBe(true)
  })

  it('stays with the object when that is removed', () => {
    const { world, insurer, broker, say, sees, markId, perspectiveId } = openTalk(kind, 'map')
    const thread = say(broker, 'map')
    const id = kind === 'mark' ? markId : perspectiveId
    world.act(insurer, { type: `${kind}.remove`, id } as ActionInput)
    expect([sees(insurer, thread), sees(broker, thread)]).toEqual([true, true])
  })
})
