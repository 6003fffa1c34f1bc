// Founding an ecosystem may be asked again when the answer was lost; the id is then nobody else's business.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EcosystemListItem } from '../../shared/ecosystems/requests.ts'
import { type Actor, createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const found = (actor: Actor, content: { id?: string; name: string }) =>
  actor.act<{ id?: string; error?: unknown }>('POST', '/api/ecosystems', { goal: '', ...content })
const namesOf = async (actor: Actor) =>
  (await actor.act<EcosystemListItem[]>('GET', '/api/ecosystems')).body.map(({ name }) => name)

it('founds one ecosystem, however often it is asked', async () => {
  const insurer = await world.actor('Insurer')
  const id = randomUUID()
  const answers = [
    ...(await Promise.all([1, 2, 3].map(() => found(insurer, { id, name: 'Cover' })))),
    await found(insurer, { id, name: 'Cover' }),
  ]
  expect(answers.map(({ status, body }) => [status, body.id])).toEqual(answers.map(() => [201, id]))
  expect(await namesOf(insurer)).toEqual(['Cover'])
  expect((await insurer.pull(id)).rows.filter(({ kind }) => kind === 'ecosystem')).toHaveLength(1)
})

it('without an id of one’s own every request founds another one', async () => {
  const insurer = await world.actor('Insurer')
  await found(insurer, { name: 'Cover' })
  await found(insurer, { name: 'Cover' })
  expect(await namesOf(insurer)).toEqual(['Cover', 'Cover'])
})

it('is refused to others under the same id, who learn nothing and change nothing', async () => {
  const insurer = await world.actor('Insurer')
  const stranger = await world.actor('Stranger')
  const id = randomUUID()
  await found(insurer, { id, name: 'Cover' })
  const before = await insurer.pull(id)

  const refused = await found(stranger, { id, name: 'Mine' })

  const unknown = await stranger.act('GET', `/api/ecosystems/${randomUUID()}`)
  expect(refused).toMatchObject({ status: 404, body: unknown.body })
  expect(await namesOf(stranger)).toEqual([])
  expect((await insurer.pull(id, before.cursor)).rows).toEqual([])
  expect(await found(insurer, { id, name: 'Cover' })).toMatchObject({ status: 201, body: { id } })
})

it('is refused to the same person for another of their organisations', async () => {
  const insurer = await world.actor('Insurer')
  const id = randomUUID()
  await found(insurer, { id, name: 'Cover' })
  const other = await insurer.send<{ id: string }>('POST', '/api/organisations', { name: 'Second firm' })
  const header = { 'Interlane-Organisation': other.body.id }
  const again = await insurer.send('POST', '/api/ecosystems', { id, name: 'Cover', goal: '' }, header)
  expect(again.status).toBe(404)
})
