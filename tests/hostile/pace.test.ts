// Whoever floods an ecosystem with edits waits; others do not, and nobody else learns that it is busy.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Door } from '../../api/database/door.ts'
import { createPace } from '../../api/edits/pace.ts'
import { type Actor, createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** Edits that are refused for what they are, at next to no cost: what counts is how many actions were sent. */
const send = (actor: Actor, ecosystemId: string, edits = 1) =>
  actor.act<{ error?: { code: string; message: string } }>('POST', `/api/ecosystems/${ecosystemId}/edits`, {
    edits: Array.from({ length: edits }, () => ({
      ...{ clientId: randomUUID(), number: 1, version: 1 },
      actions: Array.from({ length: 9_999 }, () => ({ type: 'none' })),
    })),
  })

it('makes the person who floods wait, says how long, and lets everybody else go on', async () => {
  const insurer = await world.actor('Insurer')
  const other = await world.actor('Other')
  const found = (actor: Actor) =>
    actor.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Cover', goal: '' })
  const [mine, theirs] = [(await found(insurer)).body.id, (await found(other)).body.id]
  for (let flood = 0; flood < 3; flood++) expect((await send(insurer, mine)).status).toBe(200)

  const refused = await send(insurer, mine)

  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'edits.tooMany' } } })
  const seconds = Number(refused.headers.get('Retry-After'))
  expect(seconds).toBeGreaterThanOrEqual(1)
  expect(seconds).toBeLessThanOrEqual(10)
  expect((await send(other, theirs)).status).toBe(200)
  expect((await send(other, mine)).status).toBe(404)
})

it('is far away from what hands and files make: a hundred edits at once pass, again and again', async () => {
  const insurer = await world.actor('Insurer')
  const founded = await insurer.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Cover', goal: '' })
  const place = `/api/ecosystems/${founded.body.id}/edits`
  for (let batch = 0; batch < 5; batch++) {
    const edits = Array.from({ length: 100 }, (_, index) => {
      const actions = [{ type: 'party.add', id: randomUUID(), name: 'P', kind: 'partner' }]
      return { clientId: insurer.organisationId, number: batch * 100 + index + 1, version: 1, actions }
    })
    expect((await insurer.act('POST', place, { edits })).status).toBe(200)
  }
})

/** How many of 100 edits that cost 100 points each are taken from one person who asks these instances in turn. */
async function takenBy(doors: readonly Door[]): Promise<number> {
  const instances = doors.map((door) => createPace(door))
  const personId = randomUUID()
  const edit = { clientId: randomUUID(), number: 1, version: 1, actions: Array(990).fill({ type: 'none' }) }
  let taken = 0
  for (let turn = 0; turn < 100; turn++) {
    const isTaken = await instances[turn % instances.length]!.take(personId, [edit]).then(
      () => true,
      () => false,
    )
    if (isTaken) taken += 1
  }
  return taken
}

it('holds for all instances together, but for what each has not told the others yet', async () => {
  const { door } = world.services
  expect(await takenBy([door])).toBe(30)
  const together = await takenBy([door, door, door])
  expect(together).toBeGreaterThanOrEqual(30)
  expect(together).toBeLessThanOrEqual(30 + 3 * 3)

  // Each counting by itself, three would take three times as much.
  const alone = { ...door, asSystem: async () => ({ consumedPoints: 0, msBeforeNext: 0 }) } as unknown as Door
  expect(await takenBy([alone, alone, alone])).toBe(90)
})
