// Invariant 4: whoever follows an ecosystem by cursor, while many write, misses nothing and sees nothing twice.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Transaction } from '../../api/database/door.ts'
import { tables } from '../../api/database/tables/rows.ts'
import { organisationKey } from '../../shared/audience/audience.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { asOwner } from './owner.ts'
import { type Instance, make, newId, openInstance, openScene, type Scene } from './scene.ts'

let database: TestDatabase
let instance: Instance
let scene: Scene
beforeAll(async () => {
  database = await freshDatabase()
  instance = openInstance(database)
  scene = await openScene(instance)
})
afterAll(() => database.close())

const [writers, each] = process.env.LONG ? [16, 60] : [8, 8]

/** Adds one row with this id. */
type Write = (id: string, writer: number, step: number) => Promise<void>

/** Follows by cursor while everybody writes; answers how often each written row was seen. */
async function follow(write: Write): Promise<number[]> {
  const { insurer, ecosystemId } = scene
  const seen = new Map<string, number>()
  let { cursor } = await instance.pull(insurer, ecosystemId)
  const pull = async () => {
    const changes = await instance.pull(insurer, ecosystemId, cursor)
    expect(changes.reset).toBe(false)
    cursor = changes.cursor
    for (const { row } of changes.rows) seen.set(row.id, (seen.get(row.id) ?? 0) + 1)
  }
  const ids = Array.from({ length: writers }, () => Array.from({ length: each }, newId))
  let isWriting = true
  const following = (async () => {
    while (isWriting) await pull()
  })()
  const writing = ids.map(async (own, writer) => {
    for (const [step, id] of own.entries()) await write(id, writer, step)
  })
  await Promise.all(writing).finally(() => {
    isWriting = false
  })
  await following
  await pull()
  return ids.flat().map((id) => seen.get(id) ?? 0)
}

/** As an edit is written, but stamped from a sequence: the number is taken before the commit is in its place. */
async function stampOutsideLock(tx: Transaction, id: string, writer: number) {
  const { insurer, ecosystemId, shared } = scene
  const [stamp] = await tx.execute<{ seq: string }>(sql`select nextval('loose_order') as seq`)
  const seq = Number(stamp!.seq)
  await tx.insert(tables.stage).values({
    ...{ id, ecosystemId, seq, lineageId: id, deleted: false, versions: {}, mapId: shared.mapId },
    ...{ audience: [organisationKey(insurer.organisationId)], addedByOrganisationId: insurer.organisationId },
    ...{ laneId: null, name: 'S', goal: '', rank: 'z' },
  })
  if (writer % 2) await sleep(25)
  await tx.execute(
    sql`update ecosystem_counters set seq = greatest(seq, ${seq}) where ecosystem_id = ${ecosystemId}`,
  )
}

describe('the order of edits', () => {
  it('is the order of commits: a follower sees every row exactly once', async () => {
    const { insurer, broker, ecosystemId, shared } = scene
    const times = await follow(async (id, writer) => {
      const { mapId, lane, stageId } = shared
      const { answer } = await (writer % 2
        ? make(instance, insurer, ecosystemId, [{ type: 'stage.add', id, mapId, name: 'S', rank: 'z' }])
        : make(instance, broker, ecosystemId, [
            { type: 'touchpoint.add', id, laneId: lane, stageId, rank: 'z', name: 'T' },
          ]))
      expect(answer.accepted).toBe(true)
    })
    expect(times.filter((count) => count !== 1)).toEqual([])
    expect(times).toHaveLength(writers * each)
  })

  it('has no gaps: one number for each accepted edit', async () => {
    const { ecosystemId } = scene
    const [counted] = await instance.door.asSystem('test', (tx) =>
      tx.execute(sql`
        select count(*)::int as accepted, count(distinct seq)::int as numbers, max(seq)::int as last,
          (select seq::int from ecosystem_counters where ecosystem_id = ${ecosystemId}) as counter
        from edits where accepted and ecosystem_id = ${ecosystemId}`),
    )
    const accepted = counted!.accepted
    expect(accepted).toBeGreaterThan(writers * each)
    expect(counted).toEqual({ accepted, numbers: accepted, last: accepted, counter: accepted })
  })

  it('would be noticed to lose rows if numbers were given outside the lock', async () => {
    await asOwner(database, async (owner) => {
      await owner`create sequence loose_order start 100000`
      await owner`grant usage on sequence loose_order to interlane_system`
    })
    const times = await follow((id, writer) =>
      instance.door.asSystem('test', (tx) => stampOutsideLock(tx, id, writer)),
    )
    expect(times.filter((count) => count === 0)).not.toEqual([])
  })
})
