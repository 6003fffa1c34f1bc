// What the endpoint takes from a browser, and from whom.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closing, mostBytesFromBrowser, nowhere } from '../../shared/live/messages.ts'
import { newId, openScene, type Scene } from '../invariants/scene.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addOrganisation } from '../support/organisations.ts'
import { dial, type LiveInstance, openLiveInstance, until } from './instances.ts'

let database: TestDatabase
let instance: LiveInstance
let scene: Scene
beforeAll(async () => {
  database = await freshDatabase()
  instance = await openLiveInstance(database)
  scene = await openScene(instance)
})
afterAll(async () => {
  await instance.close()
  await database.close()
})

const knock = async (headers: Record<string, string>, viewer = scene.insurer) =>
  dial(instance.address, viewer, scene.ecosystemId, headers)
const own = async () => ({ Cookie: await instance.signIn(scene.insurer) })

it('opens for a member with our own origin, and without one', async () => {
  const ours = { Origin: instance.address, 'Sec-Fetch-Site': 'same-origin' }
  for (const headers of [{}, ours] as Record<string, string>[]) {
    const line = await knock({ ...(await own()), ...headers })
    await line.hears(({ type }) => type === 'ready')
    line.close()
  }
})

it('refuses another site, as every write does', async () => {
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ]
  for (const headers of foreign) {
    const line = await knock({ ...(await own()), ...headers })
    expect((await line.closed).code).toBe(403)
    expect(line.heard).toEqual([])
  }
})

it('is not there for a visitor, a stranger, and whoever acts for an organisation that is not theirs', async () => {
  expect((await (await knock({})).closed).code).toBe(401)
  const stranger = await addOrganisation(instance.door, 'Stranger')
  const strangers = { Cookie: await instance.signIn(stranger) }
  expect((await (await knock(strangers, stranger)).closed).code).toBe(404)
  expect((await (await knock(strangers, scene.insurer)).closed).code).toBe(404)
})

it('refuses whoever asks in the name of somebody who is not signed in any more', async () => {
  const { insurer, broker, ecosystemId } = scene
  const line = dial(instance.address, insurer, ecosystemId, await own(), broker.personId)
  expect((await line.closed).code).toBe(401)
})

it('closes on whatever it does not understand, and tells nobody of it', async () => {
  const at = { ...nowhere, mapId: scene.shared.mapId }
  const bad = [
    'no JSON',
    '{}',
    JSON.stringify({ type: 'at', at: { ...at, more: 1 } }),
    JSON.stringify({ type: 'at', at: { ...at, selected: { kind: 'people', id: newId() } } }),
    JSON.stringify({ type: 'at', at: { ...at, editing: { kind: 'touchpoint', id: newId(), field: '<b>' } } }),
    JSON.stringify({ type: 'at', at: { ...at, looking: { cardId: newId(), right: 1e9, down: 0, zoom: 1 } } }),
  ]
  const broker = await instance.line(scene.broker, scene.ecosystemId)
  broker.socket.send(JSON.stringify({ type: 'at', at }))
  for (const text of bad) {
    const line = await instance.line(scene.insurer, scene.ecosystemId)
    line.socket.send(text)
    expect([text, (await line.closed).code]).toEqual([text, closing.tooMuch])
  }
  expect(broker.heard.map(({ message }) => message.type)).toEqual(['ready'])
  broker.close()
})

it('closes on a message that is too long, and on too many of them', async () => {
  const long = await instance.line(scene.insurer, scene.ecosystemId)
  long.socket.send('x'.repeat(mostBytesFromBrowser + 1))
  expect((await long.closed).code).toBe(1009)
  const many = await instance.line(scene.insurer, scene.ecosystemId)
  const text = JSON.stringify({ type: 'at', at: nowhere })
  for (let sent = 0; sent < 200; sent++) many.socket.send(text)
  expect((await many.closed).code).toBe(closing.tooMuch)
})

it('takes a steady stream of whereabouts', async () => {
  const line = await instance.line(scene.insurer, scene.ecosystemId)
  for (let sent = 0; sent < 20; sent++) {
    line.is({ mapId: scene.shared.mapId })
    await sleep(20)
  }
  expect(line.socket.readyState).toBe(line.socket.OPEN)
  line.close()
})

it('gives one person so many lines and no more, and another person theirs', async () => {
  const headers = await own()
  const lines = await Promise.all(Array.from({ length: 50 }, () => knock(headers)))
  const codes: number[] = []
  for (const line of lines) void line.closed.then(({ code }) => codes.push(code))
  await until(() => codes.length === 2)
  expect(codes).toEqual([closing.tooMany, closing.tooMany])
  const broker = await instance.line(scene.broker, scene.ecosystemId)
  for (const line of [...lines, broker]) line.close()
})
