import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { newId, person } from '../support/journey.ts'
import type { See } from '../support/memoryEcosystem.ts'
import { refused, threeOnAMap } from './scene.ts'

const leaky: See = () => true

describe('a thread', () => {
  it('is for those it was said to, and nobody else on the map learns of it', () => {
    const reaches = (see?: See) => {
      const { bank, seen } = threeOnAMap(see)
      return seen(bank).length
    }
    expect(reaches()).toBe(0)
    expect(reaches(leaky)).toBe(2)
  })

  it('is read by both sides, signed by the server with who spoke', () => {
    const { world, insurer, broker, thread, reply, seen } = threeOnAMap()
    expect(seen(insurer)).toEqual([thread, reply])
    expect(seen(broker)).toEqual([thread, reply])
    expect(world.everything.get('comment', reply)).toMatchObject({
      organisationId: insurer.organisationId,
      personId: insurer.personId,
      authorName: 'Ada',
      writtenAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })
  })

  it('answers a third organisation as if there were none, whatever it tries', () => {
    const { bank, say, thread } = threeOnAMap()
    const tries = (id: string): ActionInput[] => [
      { type: 'comment.reply', id: newId(), replyToId: id, text: 'Hello?' },
      { type: 'comment.resolve', id },
      { type: 'comment.remove', id },
      { type: 'comment.change', id, fields: { text: 'Ours' } },
      { type: 'comment.share', id, with: 'map' },
    ]
    const answers = (id: string) => tries(id).map((action) => say(bank, action))
    const [real, made] = [answers(thread), answers(newId())]
    const refusals = (list: typeof real) => list.map((one) => (one.accepted ? null : one.refusal.message))
    expect(refusals(real)).toEqual(refusals(made))
    for (const answer of real) expect(answer).toMatchObject(refused('edit.notFound'))
  })

  it('is settled and taken up again by whoever reads it, a viewer too', () => {
    const { world, insurer, thread, say } = threeOnAMap()
    const viewer = person('viewer', insurer.organisationId)
    expect(say(viewer, { type: 'comment.resolve', id: thread }).accepted).toBe(true)
    expect(world.everything.get('comment', thread)?.resolved).toBe(true)
    expect(say(insurer, { type: 'comment.reopen', id: thread }).accepted).toBe(true)
  })

  it('takes comments of viewers, who change nothing else', () => {
    const { broker, cards, target, say } = threeOnAMap()
    const viewer = person('viewer', broker.organisationId)
    const add = { type: 'comment.add', id: newId(), ...target, text: 'I was there.', with: 'map' } as const
    expect(say(viewer, add).accepted).toBe(true)
    expect(say(viewer, { type: 'touchpoint.change', id: cards.broker, fields: { name: 'x' } })).toMatchObject(
      refused('edit.notAllowed'),
    )
  })

  it('hangs on any object of a map', () => {
    const { mapId, lanes, stages, handoff, broker, cards, say } = threeOnAMap()
    const targets = [
      ['map', mapId],
      ['lane', lanes.insurer],
      ['stage', stages.claim],
      ['touchpoint', cards.bakery],
      ['link', handoff],
    ] as const
    for (const [targetKind, targetId] of targets) {
      const add = {
        type: 'comment.add',
        id: newId(),
        targetKind,
        targetId,
        text: 'Here.',
        with: 'map',
      } as const
      expect(say(broker, add).accepted, targetKind).toBe(true)
    }
  })
})

describe('who sees a thread', () => {
  it('grows only while its organisation alone has spoken', () => {
    const { world, broker, thread, target, say, seen, bank } = threeOnAMap()
    expect(say(broker, { type: 'comment.share', id: thread, with: 'map' })).toMatchObject(
      refused('edit.notAllowed'),
    )
    const own = newId()
    world.act(broker, { type: 'comment.add', id: own, ...target, text: 'Note to us.' })
    const colleague = person('editor', broker.organisationId)
    const reply = newId()
    world.act(colleague, { type: 'comment.reply', id: reply, replyToId: own, text: 'True.' })
    expect(world.seenBy(bank).get('comment', reply)).toBeUndefined()
    expect(say(broker, { type: 'comment.share', id: own, with: 'map' }).accepted).toBe(true)
    expect(world.seenBy(bank).get('comment', reply)).toMatchObject({ text: 'True.' })
    expect(seen(bank)).toEqual([])
  })

  it('shrinks for everybody in it at once, and leaves each organisation what it said itself', () => {
    const { world, insurer, broker, thread, reply, seen, say } = threeOnAMap()
    const narrowed = say(broker, { type: 'comment.share', id: thread, with: 'organisation' })
    expect(narrowed.accepted).toBe(true)
    expect(seen(insurer)).toEqual([reply])
    expect(seen(broker)).toEqual([thread, reply])
    expect(say(insurer, { type: 'comment.reply', id: newId(), replyToId: thread, text: 'x' })).toMatchObject(
      refused('edit.notFound'),
    )
    expect(world.undo(broker, narrowed.edit)).toMatchObject(refused('edit.notAllowed'))
  })

  it('stays narrow when a reply removed before comes back by undo', () => {
    const { world, insurer, broker, bank, target } = threeOnAMap()
    const [thread, reply] = [newId(), newId()]
    world.act(broker, { type: 'comment.add', id: thread, ...target, text: 'All.', with: 'map' })
    world.act(insurer, { type: 'comment.reply', id: reply, replyToId: thread, text: 'Ours.' })
    const removed = world.act(insurer, { type: 'comment.remove', id: reply })
    const withInsurer = { organisationIds: [insurer.organisationId] }
    world.act(broker, { type: 'comment.share', id: thread, with: withInsurer })
    world.undo(insurer, removed)
    expect(world.seenBy(broker).get('comment', reply)).toMatchObject({ deleted: false })
    expect(world.seenBy(bank).get('comment', reply)).toBeUndefined()
  })

  it('is decided by the organisation that began it, and replies follow', () => {
    const { insurer, thread, reply, say } = threeOnAMap()
    expect(say(insurer, { type: 'comment.share', id: thread, with: 'map' })).toMatchObject(
      refused('edit.notAllowed'),
    )
    expect(say(insurer, { type: 'comment.share', id: reply, with: 'map' })).toMatchObject(
      refused('edit.invalid'),
    )
  })

  it('shrinks when an organisation leaves; what it said stays with those it was said to', () => {
    const { world, insurer, broker, thread, reply, say } = threeOnAMap()
    const place = world.everything
      .all('participant')
      .find((row) => row.organisationId === insurer.organisationId)!
    // The organiser may not leave: its place is taken back as a test of what follows.
    world.everything.apply([
      {
        kind: 'participant',
        id: place.id,
        before: place,
        after: { ...place, state: 'left' },
        follows: false,
      },
    ])
    const answer = newId()
    expect(
      say(broker, { type: 'comment.reply', id: answer, replyToId: thread, text: 'Gone?' }).accepted,
    ).toBe(true)
    expect(world.seenBy(broker).get('comment', reply)).toMatchObject({ text: 'We do.' })
    expect(world.everything.get('comment', answer)?.audience).toEqual([`org:${broker.organisationId}`])
    expect(say(insurer, { type: 'comment.reply', id: newId(), replyToId: thread, text: 'x' })).toMatchObject({
      accepted: false,
    })
  })
})
