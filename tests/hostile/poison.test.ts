// Content that names things as the server's own fields do, or nests without end, is content and nothing else.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { type Actor, createWorld, type World } from '../support/world.ts'

let world: World
let actor: Actor
let ecosystemId: string
const [mapId, partyId, laneId, stageId, cardId] = Array.from({ length: 5 }, () => randomUUID() as string) as [
  string,
  string,
  string,
  string,
  string,
]
beforeAll(async () => {
  world = await createWorld()
  actor = await world.actor('Insurer')
  const founded = await actor.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Chain', goal: '' })
  ecosystemId = founded.body.id
  await actor.edit(
    ecosystemId,
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Claim', rank: 'a0' },
    { type: 'party.add', id: partyId, name: 'Insurer', kind: 'producer', held: true },
    { type: 'stage.add', id: stageId, mapId, name: 'Claim', rank: 'a0' },
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'touchpoint.add', id: cardId, laneId, stageId, rank: 'a0', name: 'Card' },
  )
})
afterAll(() => world.close())

const note = (content: Record<string, never>): ActionInput => ({
  type: 'attributedNote.add',
  id: randomUUID(),
  targetKind: 'touchpoint',
  targetId: cardId,
  attributedTo: 'Broker',
  source: 'mark',
  content,
})

describe('a note', () => {
  it.each([
    { constructor: 'x', toString: 'y' },
    { mapId: 'no id at all', id: '1' },
    { targetKind: 'nothing', targetId: randomUUID() },
    JSON.parse('{"__proto__": {"deleted": true}, "hasOwnProperty": "z"}'),
  ])('may hold %j', async (content) => {
    expect(await actor.edit(ecosystemId, note(content as never))).toMatchObject({ accepted: true })
  })

  it('that nests without end is refused and leaves the way open for what follows', async () => {
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`
    const edit = JSON.stringify({ clientId: randomUUID(), number: 1, version: 1, actions: [note({})] })
    const body = JSON.parse(`{"edits":[${edit.replace('"content":{}', '"content":{"a":0}')}]}`)
    const cookie = [...actor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await world.app.request(`/api/ecosystems/${ecosystemId}/edits`, {
      method: 'POST',
      body: JSON.stringify(body).replace('"a":0', `"a":${deep}`),
      headers: {
        'Content-Type': 'application/json',
        ...{ Cookie: cookie, 'Interlane-Organisation': actor.organisationId },
      },
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      answers: [{ accepted: false, error: { code: 'edit.invalid' } }],
    })
  })
})

describe('an edit', () => {
  it('undoes one earlier edit at a time', async () => {
    const undo = { type: 'edit.undo', clientId: randomUUID(), number: 1 } as const
    expect(await actor.edit(ecosystemId, undo, undo)).toMatchObject({
      accepted: false,
      error: { code: 'edit.invalid', field: 'actions' },
    })
  })
})
