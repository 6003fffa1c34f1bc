import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId, openJourneyOfThree } from '../support/journey.ts'
import type { See } from '../support/memoryEcosystem.ts'

/** Insurer, broker and a bank on one map; the broker speaks to the insurer alone, the insurer answers. */
export function threeOnAMap(see?: See) {
  const journey = openJourneyOfThree(see)
  const { world, insurer, broker, cards } = journey
  const [thread, reply] = [newId(), newId()]
  const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
  const text = 'Who phones the bakery?'
  const insurerAlone = { organisationIds: [insurer.organisationId] }
  const say = (author: Author, ...actions: ActionInput[]) => world.try(author, ...actions)
  world.act(broker, { type: 'comment.add', id: thread, ...target, text, with: insurerAlone })
  world.act(insurer, { type: 'comment.reply', id: reply, replyToId: thread, text: 'We do.' })
  const seen = (author: Author) =>
    [thread, reply].filter((id) => {
      const row = world.seenBy(author).get('comment', id)
      return row && !row.deleted
    })
  return { ...journey, thread, reply, target, say, seen, insurerAlone }
}

export const refused = (code: string) => ({ accepted: false, refusal: { code } })
