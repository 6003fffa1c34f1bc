// Who replaced a text is told to those who saw both states, and to nobody else.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readLastAuthor } from '../../api/edits/lastAuthor.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type Instance, newId, openInstance, openScene, type Scene } from './scene.ts'

let database: TestDatabase
let instance: Instance
let scene: Scene
beforeAll(async () => {
  database = await freshDatabase()
  instance = openInstance(database)
  scene = await openScene(instance)
})
afterAll(() => database.close())

const ask = (viewer: Viewer, kind: 'touchpoint' | 'perspective', rowId: string, field: string) =>
  readLastAuthor(instance.door, viewer, { ecosystemId: scene.ecosystemId, kind, rowId, field })

it('names person and organisation of the last change of that field, not of another', async () => {
  const { insurer, broker, shared } = scene
  const change = (fields: object) => [{ type: 'touchpoint.change', id: shared.card, fields } as never]
  await scene.act(broker, change({ name: 'Enters it' }))
  expect(await ask(insurer, 'touchpoint', shared.card, 'name')).toEqual({
    personId: broker.personId,
    name: 'Test Person',
    organisation: 'Broker',
  })
  expect((await ask(broker, 'touchpoint', shared.card, 'channel'))?.organisation).toBe('Insurer')
  expect(await ask(broker, 'touchpoint', shared.card, 'noSuchField')).toBeNull()
})

it('is not there for who does not see the row', async () => {
  const { insurer, broker, rival, shared } = scene
  const id = newId()
  const target = { targetKind: 'link', targetId: shared.linkId } as const
  await scene.act(broker, [{ type: 'perspective.add', id, ...target, notes: 'ours' }])
  expect((await ask(broker, 'perspective', id, 'notes'))?.organisation).toBe('Broker')
  await expect(ask(insurer, 'perspective', id, 'notes')).rejects.toMatchObject({ code: 'notThere' })
  await scene.act(broker, [{ type: 'perspective.remove', id }])
  await expect(ask(rival, 'touchpoint', shared.card, 'name')).rejects.toMatchObject({ code: 'notThere' })
})

it('of a row that was removed names who did that to those who saw it, and nothing else of it', async () => {
  const { insurer, broker, rival, shared } = scene
  const id = newId()
  const place = { laneId: shared.ownLane, stageId: shared.stageId }
  await scene.act(insurer, [{ type: 'touchpoint.add', id, ...place, rank: 'z0', name: 'Soon gone' }])
  await scene.act(insurer, [{ type: 'touchpoint.remove', id }])
  expect((await ask(broker, 'touchpoint', id, 'deleted'))?.organisation).toBe('Insurer')
  await expect(ask(broker, 'touchpoint', id, 'name')).rejects.toMatchObject({ code: 'notThere' })
  await expect(ask(rival, 'touchpoint', id, 'deleted')).rejects.toMatchObject({ code: 'notThere' })
})

it('does not tell who wrote in private what was shared only afterwards', async () => {
  const { insurer, broker, shared } = scene
  const id = newId()
  const target = { targetKind: 'link', targetId: shared.linkId } as const
  await scene.act(broker, [{ type: 'perspective.add', id, ...target, notes: 'ours' }])
  await scene.act(broker, [{ type: 'perspective.share', id, with: 'map' }])
  expect(await ask(insurer, 'perspective', id, 'notes')).toBeNull()
  await scene.act(broker, [{ type: 'perspective.change', id, fields: { notes: 'open' } }])
  expect((await ask(insurer, 'perspective', id, 'notes'))?.organisation).toBe('Broker')
})
