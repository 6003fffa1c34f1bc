import { newId, openSharedJourney } from '../../support/journey.ts'
import type { Tries } from './try.ts'

export const commentTries: Tries<'comment'> = {
  'comment.add': () => {
    const { world, insurer: author, broker, target } = withThread()
    const said = { text: 'See the mail.', mentions: [{ organisationId: broker.organisationId }] }
    const add = { type: 'comment.add', id: newId(), ...target, ...said, with: 'map' } as const
    return { world, author, actions: [add] }
  },
  'comment.reply': () => {
    const { world, broker: author, thread: replyToId } = withThread()
    return {
      world,
      author,
      actions: [{ type: 'comment.reply', id: newId(), replyToId, text: 'Since when?' }],
    }
  },
  'comment.change': () => {
    const { world, broker: author, thread: id } = withThread()
    return { world, author, actions: [{ type: 'comment.change', id, fields: { text: 'Who phones them?' } }] }
  },
  'comment.remove': () => {
    const { world, insurer: author, reply: id } = withThread()
    return { world, author, actions: [{ type: 'comment.remove', id }] }
  },
  'comment.resolve': () => {
    const { world, insurer: author, thread: id } = withThread()
    return { world, author, actions: [{ type: 'comment.resolve', id }] }
  },
  'comment.reopen': () => {
    const { world, broker: author, thread: id } = withThread()
    world.act(author, { type: 'comment.resolve', id })
    return { world, author, actions: [{ type: 'comment.reopen', id }] }
  },
  'comment.share': () => {
    const { world, broker: author, insurer, target } = withThread()
    const id = newId()
    world.act(author, { type: 'comment.add', id, ...target, text: 'Shall we tell them?' })
    const others = { organisationIds: [insurer.organisationId] }
    return { world, author, actions: [{ type: 'comment.share', id, with: others }] }
  },
}

function withThread() {
  const journey = openSharedJourney()
  const { world, broker, insurer, cards } = journey
  const [thread, reply] = [newId(), newId()]
  const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
  world.act(broker, { type: 'comment.add', id: thread, ...target, text: 'Who phones?', with: 'map' })
  world.act(insurer, { type: 'comment.reply', id: reply, replyToId: thread, text: 'We do.' })
  return { ...journey, thread, reply, target }
}
