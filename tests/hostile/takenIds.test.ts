// Ids are chosen by clients. Choosing one that somebody else's row has already must open nothing and hide nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundEcosystem } from '../../api/ecosystems/founding.ts'
import { readSignatures } from '../../api/handoffs/queries.ts'
import { type Instance, make, newId, openInstance, openScene } from '../invariants/scene.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let instance: Instance
beforeAll(async () => {
  database = await freshDatabase()
  instance = openInstance(database)
})
afterAll(() => database.close())

describe('a map with the id of somebody else’s', () => {
  it('gives no key to that other map', async () => {
    const { broker, ecosystemId, other } = await openScene(instance)
    const own = await foundEcosystem(instance.accept, broker, { name: 'Own', goal: '' })
    const twin = {
      type: 'map.add',
      id: other.mapId,
      participantId: newId(),
      name: 'Twin',
      rank: 'a0',
    } as const

    const { answer } = await make(instance, broker, own, [twin])

    expect(answer).toMatchObject({ accepted: false, error: { code: 'edit.invalid', field: 'id' } })
    const { rows, organisations } = await instance.pull(broker, ecosystemId)
    expect(rows.filter(({ row }) => 'mapId' in row && row.mapId === other.mapId)).toEqual([])
    expect(organisations.map(({ name }) => name)).not.toContain('Rival')
  })
})

describe('a part in a touchpoint with the id of a handoff', () => {
  it('writes nothing into what happened to its agreement', async () => {
    const { act, broker, insurer, ecosystemId, insurerParty, shared } = await openScene(instance)
    const part = { touchpointId: shared.card, partyId: insurerParty, accountability: 'informed' } as const
    await act(broker, [{ type: 'ownership.add', id: shared.linkId, ...part }])

    expect(await readSignatures(instance.door, insurer, ecosystemId, shared.linkId)).toEqual([])
  })
})
