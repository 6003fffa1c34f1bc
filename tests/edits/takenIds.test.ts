// Clients choose the ids of rows, so one that is taken has to be refused. What that tells: that it was given once, for good.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type InboxScene, openInboxScene } from '../inbox/scene.ts'
import type { Actor } from '../support/world.ts'

let scene: InboxScene
beforeAll(async () => {
  scene = await openInboxScene()
})
afterAll(() => scene.world.close())

const view = (id: string, targetId: string) =>
  ({ type: 'perspective.add', id, targetKind: 'touchpoint', targetId, notes: 'SECRET' }) as const

/** What somebody is answered who gives this id to a row of their own. */
async function answerTo(actor: Actor, id: string, targetId: string) {
  const answer = await actor.edit(scene.ecosystemId, view(id, targetId))
  return answer.accepted ? 'accepted' : answer.error
}

it('an unseen row under the id changes nothing of the answer, whatever becomes of it and whoever asks', async () => {
  const { insurer, broker, bank, ecosystemId, cardId, otherCardId } = scene
  const id = randomUUID()
  expect(await answerTo(broker, id, cardId)).toBe('accepted')
  const asked = async () => [await answerTo(insurer, id, otherCardId), await answerTo(bank, id, otherCardId)]
  const whileThere = await asked()
  await broker.edit(ecosystemId, { type: 'perspective.change', id, fields: { notes: 'SECRET again' } })
  const whenChanged = await asked()
  await broker.edit(ecosystemId, { type: 'perspective.remove', id })
  const whenGone = await asked()
  expect(whenChanged).toEqual(whileThere)
  expect(whenGone).toEqual(whileThere)
  expect(whileThere[0]).toEqual(whileThere[1])
  expect(whileThere[0]).toMatchObject({ code: 'edit.invalid', field: 'id' })
  for (const word of ['SECRET', 'perspective', broker.organisationId, 'Broker', id])
    expect(JSON.stringify(whileThere)).not.toContain(word)
})

it('a taken id is no handle: what is asked of the row itself is answered as of none', async () => {
  const { bank, broker, ecosystemId, cardId } = scene
  const id = randomUUID()
  expect(await answerTo(broker, id, cardId)).toBe('accepted')
  const change = (rowId: string) =>
    bank.edit(ecosystemId, { type: 'perspective.change', id: rowId, fields: { notes: 'Ours' } })
  const [real, made] = [await change(id), await change(randomUUID())]
  expect({ ...real, number: 0 }).toEqual({ ...made, number: 0 })
})
