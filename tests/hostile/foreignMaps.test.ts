// Keys to maps are made of ids alone: a place on somebody else's map, taken in an ecosystem of one's own, would open it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundEcosystem } from '../../api/ecosystems/founding.ts'
import { readLastAuthor } from '../../api/edits/lastAuthor.ts'
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

describe('a place on a map of another ecosystem', () => {
  it('is not to be had in one’s own, and opens nothing', async () => {
    const { act, insurer, broker, ecosystemId, other } = await openScene(instance)
    const terms = { trigger: 'HIDDEN-TERM' }
    await act(insurer, [{ type: 'link.change', id: other.linkId, fields: terms }])
    const own = await foundEcosystem(instance.accept, broker, { name: 'Own', goal: '' })

    const { answer } = await make(instance, broker, own, [
      { type: 'participant.join', id: newId(), mapId: other.mapId },
    ])

    expect(answer).toMatchObject({ accepted: false, error: { code: 'edit.notFound' } })
    const { organisations } = await instance.pull(broker, own)
    expect(organisations.map(({ name }) => name)).toEqual(['Insurer', 'Broker'])
    await expect(readSignatures(instance.door, broker, ecosystemId, other.linkId)).rejects.toThrow()
    const field = { ecosystemId, kind: 'touchpoint', rowId: other.ownCard, field: 'name' } as const
    await expect(readLastAuthor(instance.door, broker, field)).rejects.toThrow()
  })

  it('is answered as one on a map that never was', async () => {
    const { broker, other } = await openScene(instance)
    const own = await foundEcosystem(instance.accept, broker, { name: 'Own', goal: '' })
    const join = async (mapId: string) =>
      (await make(instance, broker, own, [{ type: 'participant.join', id: newId(), mapId }])).answer

    expect({ ...(await join(other.mapId)), number: 0 }).toEqual({ ...(await join(newId())), number: 0 })
  })
})
