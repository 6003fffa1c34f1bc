import { describe, expect, it } from 'vitest'
import { newId, person } from '../support/journey.ts'
import { refused, threeOnAMap } from './scene.ts'

describe('a mention', () => {
  const call = (organisationId: string, personId: string | null = null) => [{ organisationId, personId }]

  it('calls only whom the thread is for', () => {
    const { broker, insurer, bank, thread, target, say, insurerAlone } = threeOnAMap()
    const add = { type: 'comment.add', ...target, text: '@Bank', with: insurerAlone } as const
    const reply = { type: 'comment.reply', replyToId: thread, text: '@Bank' } as const
    const ofBank = { mentions: call(bank.organisationId) }
    expect(say(broker, { ...add, id: newId(), ...ofBank })).toMatchObject(refused('edit.invalid'))
    expect(say(broker, { ...reply, id: newId(), ...ofBank })).toMatchObject(refused('edit.invalid'))
    const ofInsurer = { mentions: call(insurer.organisationId, insurer.personId) }
    expect(say(broker, { ...add, id: newId(), ...ofInsurer }).accepted).toBe(true)
    expect(say(broker, { ...add, id: newId(), with: 'map', ...ofBank }).accepted).toBe(true)
  })

  it('is refused alike whether or not somebody else reads the thread, so that trying tells nothing', () => {
    const { world, broker, insurer, bank, target, say } = threeOnAMap()
    const [two, three] = [newId(), newId()]
    const everyone = { organisationIds: [insurer.organisationId, bank.organisationId] }
    const insurerOnly = { organisationIds: [insurer.organisationId] }
    world.act(broker, { type: 'comment.add', id: two, ...target, text: 'Two', with: insurerOnly })
    world.act(broker, { type: 'comment.add', id: three, ...target, text: 'Three', with: everyone })
    const ask = (replyToId: string) =>
      say(insurer, {
        ...{ type: 'comment.reply', id: newId(), replyToId, text: '@Bank' },
        mentions: call(bank.organisationId),
      })
    expect(ask(two)).toMatchObject(refused('edit.invalid'))
    expect(ask(three)).toMatchObject(refused('edit.invalid'))
    world.act(bank, { type: 'comment.reply', id: newId(), replyToId: three, text: 'We read this too.' })
    expect(ask(three).accepted).toBe(true)
  })
})

describe('words', () => {
  it('are changed by who wrote them, and removed by them or an admin of their organisation', () => {
    const { insurer, broker, thread, say } = threeOnAMap()
    const editor = person('editor', broker.organisationId)
    const admin = person('admin', broker.organisationId)
    const rewrite = { type: 'comment.change', id: thread, fields: { text: 'We never said that.' } } as const
    for (const other of [insurer, editor, admin])
      expect(say(other, rewrite)).toMatchObject(refused('edit.notAllowed'))
    expect(say(broker, rewrite).accepted).toBe(true)
    const remove = { type: 'comment.remove', id: thread } as const
    for (const other of [insurer, editor])
      expect(say(other, remove)).toMatchObject(refused('edit.notAllowed'))
    const removed = say(admin, remove)
    expect(removed.accepted).toBe(true)
  })

  it('outlive what they were about, keep its name, and find their place again on undo', () => {
    const { world, insurer, broker, cards, thread, reply } = threeOnAMap()
    const gone = world.act(insurer, { type: 'touchpoint.remove', id: cards.insurer })
    for (const id of [thread, reply])
      expect(world.seenBy(broker).get('comment', id)).toMatchObject({
        ...{ unplacedFrom: 'Reviews the risk', deleted: false },
      })
    world.undo(insurer, gone)
    expect(world.everything.get('comment', thread)?.unplacedFrom).toBeNull()
  })

  it('keep the name of a lane or stage that is gone', () => {
    const { world, insurer, broker, bank, stages, lanes, say } = threeOnAMap()
    const [onStage, onLane] = [newId(), newId()]
    const add = { type: 'comment.add', text: 'Our own note' } as const
    world.act(bank, { ...add, id: onStage, targetKind: 'stage', targetId: stages.claim })
    world.act(bank, { ...add, id: onLane, targetKind: 'lane', targetId: lanes.broker })
    const removed = say(insurer, { type: 'stage.remove', id: stages.claim })
    expect(removed.accepted && removed.changes.some(({ kind }) => kind === 'comment')).toBe(false)
    world.act(broker, { type: 'lane.remove', id: lanes.broker })
    expect(world.seenBy(bank).get('comment', onStage)).toMatchObject({ unplacedFrom: 'Claim' })
    // Its party has no lane left here and is its holder's own again: whoever comes later reads no name of it.
    expect(world.seenBy(bank).get('comment', onLane)).toMatchObject({ unplacedFrom: 'a lane' })
  })
})
