// Partners that share no map must not learn of each other's coming and going from being told to start afresh.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { moveEpochsOf } from '../../api/edits/epochs.ts'
import { type Instance, newId, openInstance, openScene } from '../invariants/scene.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addOrganisation } from '../support/organisations.ts'

let database: TestDatabase
let instance: Instance
beforeAll(async () => {
  database = await freshDatabase()
  instance = openInstance(database)
})
afterAll(() => database.close())

it('who shares no map with a newcomer, a leaver or a renamed organisation is told nothing', async () => {
  const { act, insurer, broker, rival, ecosystemId, shared } = await openScene(instance)
  const start = await instance.pull(rival, ecosystemId)
  const newcomer = await addOrganisation(instance.door, 'Newcomer')
  const grant = { kind: 'invitation', partyId: newId(), mapIds: [shared.mapId] } as const
  const nothing = { reset: false, rows: [], gone: [], organisations: [] }

  await act(newcomer, [{ type: 'participant.join', id: newId(), mapId: shared.mapId }], grant)
  const joined = await instance.pull(rival, ecosystemId, start.cursor)
  expect(joined).toMatchObject(nothing)
  await act(broker, [{ type: 'participant.leave', id: shared.participantId }])
  const left = await instance.pull(rival, ecosystemId, joined.cursor)
  expect(left).toMatchObject(nothing)
  await instance.door.asSystem('test', (tx) => moveEpochsOf(broker.organisationId, tx))
  expect(await instance.pull(rival, ecosystemId, left.cursor)).toMatchObject(nothing)

  expect(await instance.pull(insurer, ecosystemId, start.cursor)).toMatchObject({ reset: true })
})
