// Invariant 1: the same pure function runs in the browser and on the server, so that what one sees at once is what becomes true.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { edit as editSchema, editVersion } from '../../shared/edits/actions/actions.ts'
import { applyEdit } from '../../shared/edits/applyEdit.ts'
import { MemoryRows } from '../../shared/edits/memoryRows.ts'
import type { RowChange } from '../../shared/edits/reader.ts'
import { type AnyRow, rowKinds } from '../../shared/model/rows.ts'
import { signing } from '../../shared/rules/author.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type Instance, make, newId, nextNumber, openInstance, openScene, type Scene } from './scene.ts'
import { type Random, seededRandom } from './seededRandom.ts'

let database: TestDatabase
let instance: Instance
let scene: Scene
beforeAll(async () => {
  database = await freshDatabase()
  instance = openInstance(database)
  scene = await openScene(instance)
})
afterAll(() => database.close())

const steps = process.env.LONG ? 400 : 45

/** What a browser holds. */
async function openStore(viewer: Viewer): Promise<MemoryRows> {
  const store = new MemoryRows()
  const { rows } = await instance.pull(viewer, scene.ecosystemId)
  for (const { kind, row } of rows) store.set(kind, row as never)
  return store
}

/** Without audiences, of which each reader gets the own part only. */
function textsOf(store: MemoryRows): string[] {
  return rowKinds
    .flatMap((kind) => store.all(kind).map((row) => `${kind} ${inOrder(withoutAudience(row))}`))
    .sort()
}

function withoutAudience({ audience: _, versions, ...row }: AnyRow): object {
  const { audience: _counted, ...counted } = versions
  return { ...row, versions: counted }
}

function inOrder(row: object): string {
  return JSON.stringify(row, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  )
}

/** Something that a person of this company might do, allowed or not. */
function anything(store: MemoryRows, random: Random): ActionInput[] {
  const card = random.pick(store.all('touchpoint'))
  const other = random.pick(store.all('touchpoint'))
  const lane = random.pick(store.all('lane'))
  const stage = random.pick(store.all('stage'))
  const link = random.pick(store.all('link'))
  const view = random.pick(store.all('perspective'))
  const id = newId()
  const name = `Name ${random.below(100)}`
  const choices: ActionInput[][] = []
  if (lane && stage)
    choices.push([{ type: 'touchpoint.add', id, laneId: lane.id, stageId: stage.id, rank: 'a5', name }])
  if (card && other && stage && lane) {
    const target = { targetKind: 'touchpoint', targetId: card.id } as const
    choices.push(
      [{ type: 'touchpoint.change', id: card.id, fields: { name } }],
      [{ type: 'touchpoint.change', id: card.id, fields: { laneId: lane.id, stageId: stage.id } }],
      [{ type: 'touchpoint.remove', id: card.id }],
      [{ type: 'link.add', id, fromTouchpointId: card.id, toTouchpointId: other.id, passes: name }],
      [{ type: 'perspective.add', id, ...target, notes: name }],
      [{ type: 'mark.add', id, ...target, kind: 'pain', statement: name, with: 'map' }],
      [{ type: 'stage.change', id: stage.id, fields: { name } }],
    )
  }
  if (link) choices.push([{ type: 'link.change', id: link.id, fields: { trigger: name } }])
  if (view) choices.push([{ type: 'perspective.share', id: view.id, with: 'map' }])
  return random.pick(choices)!
}

describe('what the browser shows at once', () => {
  it('is what the server makes of the same edit, and what it refuses is refused alike', async () => {
    const random = seededRandom(21)
    const counts = { accepted: 0, refused: 0 }
    for (let step = 0; step < steps; step++) {
      const viewer = random.pick([scene.insurer, scene.broker, scene.rival])
      const store = await openStore(viewer)
      const actions = anything(store, random)
      const whole = { clientId: viewer.personId, number: nextNumber(), version: editVersion, actions }
      const author = signing({ ...viewer, role: 'admin' }, 'Ada', new Date())
      const applied = applyEdit(editSchema.parse(whole), author, scene.ecosystemId, store)
      const [answer] = await instance.accept(viewer, scene.ecosystemId, [whole])
      expect({ ...whole, accepted: answer!.accepted }).toEqual({ ...whole, accepted: applied.accepted })
      counts[answer!.accepted ? 'accepted' : 'refused'] += 1
      if (applied.accepted) store.apply(applied.changes)
      else expect(answer).toMatchObject({ error: { code: applied.refusal.code } })
      expect(textsOf(await openStore(viewer))).toEqual(textsOf(store))
    }
    expect(counts.accepted).toBeGreaterThan(steps / 3)
    expect(counts.refused).toBeGreaterThan(3)
  })

  it('would be noticed to differ if it left out what follows', async () => {
    scene = await openScene(instance)
    const { broker, ecosystemId, act, shared } = scene
    const [card, link] = [newId(), newId()]
    await act(broker, [
      {
        type: 'touchpoint.add',
        id: card,
        laneId: shared.lane,
        stageId: shared.stageId,
        rank: 'z0',
        name: 'Card',
      },
      { type: 'link.add', id: link, fromTouchpointId: card, toTouchpointId: shared.ownCard },
    ])
    const store = await openStore(broker)
    const remove = [{ type: 'touchpoint.remove', id: card } as const]
    const applied = applyEdit(
      { actions: remove },
      signing({ ...broker, role: 'admin' }, 'Ada', new Date()),
      ecosystemId,
      store,
    )
    const changes: RowChange[] = applied.accepted ? applied.changes : []
    await make(instance, broker, ecosystemId, remove)
    store.apply(changes.filter(({ follows }) => !follows))
    expect(textsOf(await openStore(broker))).not.toEqual(textsOf(store))
    store.apply(changes)
    expect(textsOf(await openStore(broker))).toEqual(textsOf(store))
  })
})
