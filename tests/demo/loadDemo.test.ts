import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../api/demo/loadDemo.ts'
import { insurance } from '../../seeds/insurance.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('the demo', () => {
  it('is told once into an empty database, and every company sees its own side of it', {
    timeout: 60_000,
  }, async () => {
    const story = insurance()
    expect(await loadDemo(world.services, [story])).toBe(true)
    expect(await loadDemo(world.services, [story])).toBe(false)
    const seenBy = async (name: string) => {
      const { id, people } = story.organisations.find((one) => one.name === name)!
      const viewer = { personId: people[0]!.id, organisationId: id }
      const { rows } = await world.services.pullChanges(viewer, story.ecosystemId)
      return rows
    }
    const [fernhill, oakes] = [await seenBy('Fernhill'), await seenBy('Oakes & Vale')]
    const cards = (rows: typeof fernhill) =>
      rows
        .filter(({ kind }) => kind === 'touchpoint')
        .map(({ row }) => row.id)
        .sort()
    expect(cards(fernhill)).toEqual(cards(oakes))
    const said = (rows: typeof fernhill) => JSON.stringify(rows)
    expect(said(oakes)).toContain('steer flood risks elsewhere')
    expect(said(fernhill)).not.toContain('steer flood risks elsewhere')
    const outcome = fernhill.find((one) => one.kind === 'touchpoint' && one.row.name === 'Learns the outcome')
    const scores = (rows: typeof fernhill) =>
      rows.flatMap((one) =>
        one.kind === 'perspective' && one.row.targetId === outcome?.row.id ? [one.row.performance] : [],
      )
    // The customers' 4 is told by Oakes and shared; what each thinks itself is its own.
    expect(scores(fernhill).sort()).toEqual([4, 8])
    expect(scores(oakes).sort()).toEqual([3, 4])
  })

  it('is not told where somebody has signed up already', async () => {
    const other = await createWorld()
    await other.actor('A company of its own')
    expect(await loadDemo(other.services, [insurance()])).toBe(false)
    await other.close()
  })
})
