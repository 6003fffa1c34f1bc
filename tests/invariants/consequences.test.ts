// Invariants 1 and 8: what an edit does to rows its author does not see is never reported to the author, and whoever
// sees no change learns of none.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ChangesResponse } from '../../shared/edits/exchange.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { asOwner, pastAudiences } from './owner.ts'
import { type Instance, make, newId, openInstance, openScene, type Scene } from './scene.ts'
import { rightPolicy, withoutPredicates } from './walls.ts'

let database: TestDatabase
let instance: Instance
beforeAll(async () => {
  database = await freshDatabase()
  instance = openInstance(database)
})
afterAll(() => database.close())

/** All that the author learns from removing the broker's card and from looking afterwards, without what is random. */
async function learntFromRemoval(scene: Scene, author: Viewer) {
  const before = await instance.pull(author, scene.ecosystemId)
  const { answer, reference } = await make(instance, author, scene.ecosystemId, [
    { type: 'touchpoint.remove', id: scene.shared.card },
  ])
  const changes = await instance.pull(author, scene.ecosystemId, before.cursor)
  const whole = await instance.pull(author, scene.ecosystemId)
  const [undone] = await instance.accept(author, scene.ecosystemId, [
    { clientId: newId(), number: 1, version: 1, actions: [{ type: 'edit.undo', ...reference }] },
  ])
  const after = await instance.pull(author, scene.ecosystemId, changes.cursor)
  return { answer, changes: shapeOf(changes), whole: shapeOf(whole), undone, after: shapeOf(after) }
}

/** What can be counted, measured or read of an answer. */
function shapeOf({ cursor, reset, rows, gone, organisations }: ChangesResponse) {
  const texts = rows.map(({ kind, row }) => ('name' in row ? `${kind} ${row.name}` : kind)).sort()
  return {
    cursorLength: cursor.length,
    reset,
    texts,
    versions: rows.map(({ row }) => JSON.stringify(row.versions)).sort(),
    gone: gone.map(({ kind }) => kind).sort(),
    organisations: organisations.map(({ name }) => name).sort(),
  }
}

function withoutIds(learnt: Awaited<ReturnType<typeof learntFromRemoval>>) {
  const { answer, undone } = learnt
  return { ...learnt, answer: answer.accepted, undone: undone!.accepted }
}

describe('consequences', () => {
  it('teach their author nothing: it is the same whether there were any or not', async () => {
    const [plain, withNotes] = [await openScene(instance), await openScene(instance)]
    const ids = [newId(), newId(), newId()] as const
    const target = { targetKind: 'touchpoint', targetId: withNotes.shared.card } as const
    await withNotes.act(withNotes.insurer, [
      { type: 'perspective.add', id: ids[0], ...target, notes: 'private' },
      { type: 'mark.add', id: ids[1], ...target, kind: 'pain', statement: 'private', with: 'organisation' },
      { type: 'perspective.add', id: ids[2], ...target, onBehalfOf: 'customer', notes: 'private' },
    ])
    const without = await learntFromRemoval(plain, plain.broker)
    const learnt = await learntFromRemoval(withNotes, withNotes.broker)
    expect(withoutIds(learnt)).toEqual(withoutIds(without))
    expect(JSON.stringify(learnt)).not.toContain('private')
    const happened = await pastAudiences(
      database,
      (tx) =>
        tx`select row_id from history where row_id = any(${[...ids]}) and person_id = ${withNotes.broker.personId}`,
    )
    // Each became unplaced, and placed again.
    expect(happened).toHaveLength(6)
  })

  it('would be noticed if they were reported', async () => {
    const scene = await openScene(instance)
    const target = { targetKind: 'touchpoint', targetId: scene.shared.card } as const
    await scene.act(scene.insurer, [{ type: 'perspective.add', id: newId(), ...target, notes: 'private' }])
    const other = await openScene(instance)
    const without = await learntFromRemoval(other, other.broker)
    const readers = (using: string) =>
      asOwner(database, (owner) =>
        owner.unsafe(`alter policy perspectives_viewer_reads on perspectives using (${using})`),
      )
    // Reading alone is not enough: the author's own changes are written with the author's rights.
    await withoutPredicates(database, async () => {
      await readers('true')
      await expect(learntFromRemoval(scene, scene.broker)).rejects.toThrow('could not be written')
    })
    await readers(rightPolicy)
    // With too wide an audience, what follows counts as the author's own change.
    await asOwner(database, (owner) =>
      owner.unsafe(`
        alter table perspectives no force row level security;
        update perspectives set audience = audience || ('map:' || map_id);
        alter table perspectives force row level security`),
    )
    const learnt = await learntFromRemoval(scene, scene.broker)
    expect(withoutIds(learnt)).not.toEqual(withoutIds(without))
  })
})

describe('a change one does not see', () => {
  it('leaves a pull as empty as no change at all', async () => {
    const scene = await openScene(instance)
    const { broker, rival, insurer, ecosystemId, shared, other } = scene
    const start = await instance.pull(broker, ecosystemId)
    const idle = await instance.pull(broker, ecosystemId, start.cursor)
    for (let step = 0; step < 12; step++) {
      await scene.act(insurer, [
        { type: 'map.change', id: other.mapId, fields: { scope: `Scope ${step}` } },
        { type: 'touchpoint.change', id: other.ownCard, fields: { purpose: `Purpose ${step}` } },
      ])
      await scene.act(rival, [
        { type: 'touchpoint.change', id: other.card, fields: { purpose: `Purpose ${step}` } },
      ])
    }
    const busy = await instance.pull(broker, ecosystemId, start.cursor)
    expect(shapeOf(busy)).toEqual(shapeOf(idle))
    expect(Object.keys(busy)).toEqual(Object.keys(idle))
    await scene.act(insurer, [{ type: 'map.change', id: shared.mapId, fields: { scope: 'Seen' } }])
    const seen = await instance.pull(broker, ecosystemId, busy.cursor)
    expect(shapeOf(seen)).not.toEqual(shapeOf(idle))
    expect(seen.organisations.map(({ name }) => name).sort()).toEqual(['Broker', 'Insurer'])
  })

  it('is also where a party one sees gets a lane, for all but those who see it from then on', async () => {
    const { act, broker, rival, insurer, ecosystemId, shared, other } = await openScene(instance)
    const [brokers, rivals] = [
      await instance.pull(broker, ecosystemId),
      await instance.pull(rival, ecosystemId),
    ]
    const idle = await instance.pull(broker, ecosystemId, brokers.cursor)
    const lane = { type: 'lane.add', id: newId(), mapId: other.mapId, partyId: shared.partyId } as const

    await act(insurer, [{ ...lane, rank: 'b0' }])

    expect(shapeOf(await instance.pull(broker, ecosystemId, brokers.cursor))).toEqual(shapeOf(idle))
    const gained = await instance.pull(rival, ecosystemId, rivals.cursor)
    expect(gained.rows.map(({ row }) => row.id).sort()).toEqual([lane.id, shared.partyId].sort())
    await act(insurer, [{ type: 'lane.remove', id: lane.id }])
    expect(shapeOf(await instance.pull(broker, ecosystemId, brokers.cursor))).toEqual(shapeOf(idle))
    await act(broker, [{ type: 'party.change', id: shared.partyId, fields: { name: 'Renamed' } }])
    const renamed = await instance.pull(broker, ecosystemId, brokers.cursor)
    expect(renamed.rows.map(({ row }) => row.id)).toEqual([shared.partyId])
  })

  it('gives cursors of one length that say nothing and fit nobody else', async () => {
    const { broker, insurer, ecosystemId } = await openScene(instance)
    const cursors = await Promise.all(
      [1, 2, 3].map(async () => (await instance.pull(broker, ecosystemId)).cursor),
    )
    expect(new Set(cursors).size).toBe(3)
    expect(new Set(cursors.map((cursor) => cursor.length)).size).toBe(1)
    expect(await instance.pull(insurer, ecosystemId, cursors[0])).toMatchObject({ reset: true })
    expect(await instance.pull(broker, ecosystemId, `${cursors[0]}x`)).toMatchObject({ reset: true })
    expect(await instance.pull(broker, ecosystemId, cursors[0])).toMatchObject({ reset: false })
  })

  it('is refused like something that never was', async () => {
    const { broker, ecosystemId, other } = await openScene(instance)
    const attempts = (mapId: string, card: string, stageId: string, laneId: string) =>
      [
        { type: 'map.change', id: mapId, fields: { name: 'Mine' } },
        { type: 'touchpoint.change', id: card, fields: { name: 'Mine' } },
        { type: 'touchpoint.add', id: newId(), laneId, stageId, rank: 'a0', name: 'Mine' },
        { type: 'perspective.add', id: newId(), targetKind: 'touchpoint', targetId: card, performance: 1 },
        { type: 'stage.remove', id: stageId },
        { type: 'participant.join', id: newId(), mapId },
      ] as const
    const there = attempts(other.mapId, other.card, other.stageId, other.lane)
    const nowhere = attempts(newId(), newId(), newId(), newId())
    for (const [index, action] of there.entries()) {
      const { answer } = await make(instance, broker, ecosystemId, [action])
      const { answer: ofNothing } = await make(instance, broker, ecosystemId, [nowhere[index]!])
      expect(answer.accepted).toBe(false)
      expect({ ...answer, number: 0 }).toEqual({ ...ofNothing, number: 0 })
    }
  })
})
