// Invariants 2 and 3: TypeScript, SQL and row-level security answer alike who sees a row, and each wall holds alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from '../../api/database/door.ts'
import { tables } from '../../api/database/tables/rows.ts'
import { isVisible, keysOf, organisationKey, personKey } from '../../shared/audience/audience.ts'
import { rowKinds } from '../../shared/model/rows.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type Crowd, crowd, participationOf, store } from './crowd.ts'
import { kindsOf, ofEveryKind, tableNames, withPolicies } from './governedTables.ts'
import { asOwner, pastAudiences } from './owner.ts'

const [rowCount, viewerCount] = process.env.LONG ? [1_000, 100] : [250, 24]

let database: TestDatabase
let door: Door
let people: Crowd
beforeAll(async () => {
  database = await freshDatabase()
  door = openDoor(database.database)
  people = crowd(7, { rows: rowCount, viewers: viewerCount })
  await door.asSystem('test', (tx) => store(tx, people))
})
afterAll(() => database.close())

type Sees = (viewer: Crowd['viewers'][number], audience: string[]) => boolean
const inTypeScript: Sees = (viewer, audience) =>
  viewer.active && isVisible(audience, keysOf(viewer, participationOf(people, viewer)))

/** Row-level security's answer for every viewer and every row, as `viewer/row`. */
async function seenThroughDoor(): Promise<Set<string>> {
  const seen = new Set<string>()
  for (const viewer of people.viewers) {
    const found = await door.asViewer(viewer, (tx) => tx.execute<{ id: string }>(ofEveryKind('id')))
    for (const { id } of found) seen.add(`${viewer.personId}/${id}`)
  }
  return seen
}

/** The SQL predicate's answer, asked past row-level security with the keys TypeScript computes. */
async function seenByPredicate(): Promise<Set<string>> {
  const seen = new Set<string>()
  await database.sql.begin(async (tx) => {
    await tx`set local role interlane_system`
    for (const viewer of people.viewers) {
      const keys = viewer.active ? [...keysOf(viewer, participationOf(people, viewer))] : []
      const found = await tx.unsafe(ofEveryKind('id', 'where audience && $1::text[]'), [keys])
      for (const { id } of found) seen.add(`${viewer.personId}/${id}`)
    }
  })
  return seen
}

function rowsOfDifferences(seen: ReadonlySet<string>, sees: Sees = inTypeScript) {
  return people.viewers.flatMap((viewer) =>
    people.rows
      .filter((row) => sees(viewer, row.audience) !== seen.has(`${viewer.personId}/${row.id}`))
      .map((row) => ({ ...row, viewer })),
  )
}

function differences(seen: ReadonlySet<string>, sees?: Sees): string[] {
  return rowsOfDifferences(seen, sees).map(
    ({ kind, viewer, audience }) => `${viewer.personId} and a ${kind} for ${audience}`,
  )
}

describe('who sees a row', () => {
  it('is answered alike by TypeScript, the SQL predicate and row-level security', async () => {
    const [door, predicate] = [await seenThroughDoor(), await seenByPredicate()]
    expect(differences(door)).toEqual([])
    expect(differences(predicate)).toEqual([])
    const tuples = people.viewers.length * people.rows.length
    expect(door.size).toBeGreaterThan(tuples / 50)
    expect(door.size).toBeLessThan(tuples / 2)
  })

  it.each([
    ['no filter', 'true'],
    [
      'one that asks for every key',
      "audience <@ string_to_array(current_setting('interlane.keys', true), ',')",
    ],
    [
      'one that stops at the first key',
      "audience[1] = any(string_to_array(current_setting('interlane.keys', true), ','))",
    ],
  ])('would be noticed to differ with %s in the database', async (_, using) => {
    const seen = await withPolicies(database, using, seenThroughDoor)
    expect(kindsOf(rowsOfDifferences(seen))).toEqual(rowKinds)
  })

  it('would be noticed to differ in TypeScript', async () => {
    const seen = await seenThroughDoor()
    const forgetsMembership: Sees = (viewer, audience) =>
      isVisible(audience, keysOf(viewer, participationOf(people, viewer)))
    const forgetsPerson: Sees = (viewer, audience) =>
      viewer.active &&
      isVisible(audience, keysOf({ ...viewer, personId: '' }, participationOf(people, viewer)))
    const keepsLeftMaps: Sees = (viewer, audience) =>
      viewer.active &&
      isVisible(audience, keysOf(viewer, participationOf(people, viewer, ['active', 'left'])))
    for (const broken of [forgetsMembership, forgetsPerson, keepsLeftMaps])
      expect(differences(seen, broken)).not.toEqual([])
  })
})

describe('an empty audience', () => {
  it('is nobody in TypeScript', () => {
    for (const viewer of people.viewers)
      expect(isVisible([], keysOf(viewer, participationOf(people, viewer)))).toBe(false)
  })

  it('is refused by every table', async () => {
    await asOwner(database, async (owner) => {
      const checked = await owner<{ name: string }[]>`
        select conrelid::regclass::text as name from pg_constraint
        where contype = 'c' and pg_get_constraintdef(oid) = 'CHECK ((cardinality(audience) > 0))'`
      expect(checked).toHaveLength(rowKinds.length)
      const nullable = await owner`
        select table_name from information_schema.columns
        where table_schema = 'public' and column_name = 'audience' and (is_nullable = 'YES' or column_default is not null)`
      expect(nullable).toEqual([])
    })
    for (const table of tableNames) {
      const emptied = pastAudiences(database, (tx) => tx.unsafe(`update ${table} set audience = '{}'`))
      await expect(emptied, table).rejects.toMatchObject({ code: '23514' })
    }
  })
})

describe('each wall alone', () => {
  const allTables = async (work: (table: string, kind: 'governed' | 'system') => Promise<void>) => {
    const found = await asOwner(
      database,
      (owner) => owner<{ name: string; governed: boolean }[]>`
        select c.relname as name,
          has_table_privilege('interlane_viewer', c.oid, 'select') as governed
        from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    )
    expect(found.length).toBeGreaterThan(20)
    for (const { name, governed } of found) await work(name, governed ? 'governed' : 'system')
  }

  it('row-level security is on and forced for every table', async () => {
    const open = () =>
      asOwner(
        database,
        (owner) => owner`
          select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
            and not (relrowsecurity and relforcerowsecurity)`,
      )
    expect(await open()).toEqual([])
    await asOwner(database, (owner) => owner`create table forgotten (id int)`)
    expect(await open()).toEqual([{ relname: 'forgotten' }])
    await asOwner(database, (owner) => owner`drop table forgotten`)
  })

  it('without a role the login is denied every table', async () => {
    await allTables(async (table) => {
      await expect(database.sql.unsafe(`select 1 from ${table} limit 1`)).rejects.toMatchObject({
        code: '42501',
      })
    })
  })

  it.each([
    ['no keys', undefined],
    ['empty keys', ''],
    ['keys of nobody', `org:${crypto.randomUUID()},map:${crypto.randomUUID()}`],
    ['something that is no list of keys', '{*}'],
  ])('in the role of a viewer with %s there are no rows', async (_, keys) => {
    await allTables(async (table, kind) => {
      const asked = database.sql.begin(async (tx) => {
        await tx`set local role interlane_viewer`
        if (keys !== undefined) await tx`select set_config('interlane.keys', ${keys}, true)`
        return tx.unsafe(`select 1 from ${table} limit 1`)
      })
      if (kind === 'system') await expect(asked).rejects.toMatchObject({ code: '42501' })
      else expect(await asked, table).toHaveLength(0)
    })
  })

  it('there are rows in all of them, for whoever may see them', async () => {
    await allTables(async (table, kind) => {
      if (kind === 'system') return
      const found = await pastAudiences(database, (tx) => tx.unsafe(`select 1 from ${table} limit 1`))
      expect(found, table).toHaveLength(1)
    })
  })

  it.each(['news', 'map_followers'])(
    '%s are of one person in one organisation, whoever asks',
    async (table) => {
      const { personId, organisationId } = people.viewers[0]!
      const asked = (...keys: string[]) =>
        database.sql.begin(async (tx) => {
          await tx`set local role interlane_viewer`
          await tx`select set_config('interlane.keys', ${keys.join()}, true)`
          return tx.unsafe(`select 1 from ${table} limit 1`)
        })
      const [person, organisation] = [personKey(personId), organisationKey(organisationId)]
      expect(await asked(person, organisation)).toHaveLength(1)
      const others = [[person], [organisation], [person, organisationKey(crypto.randomUUID())]]
      for (const keys of others) expect(await asked(...keys)).toHaveLength(0)
    },
  )

  it('the keys of one transaction are gone in the next', async () => {
    const viewer = people.viewers.find((one) => one.active)!
    for (let again = 0; again < 20; again++) {
      await door.asViewer(viewer, async () => {})
      const left = await database.sql.begin(async (tx) => {
        await tx`set local role interlane_viewer`
        return tx.unsafe(ofEveryKind('1'))
      })
      expect(left).toHaveLength(0)
    }
  })

  it('a viewer deletes nothing and writes no history, order or answer', async () => {
    const attempts = [
      'delete from marks',
      'update ecosystem_counters set seq = 0',
      'insert into history select * from history',
      'delete from tombstones',
      'select * from edits',
      'select * from memberships',
      'select * from secrets',
    ]
    for (const attempt of attempts) {
      const tried = database.sql.begin(async (tx) => {
        await tx`set local role interlane_viewer`
        await tx.unsafe(attempt)
      })
      await expect(tried, attempt).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('a view writes nothing, not even as the role that may', async () => {
    const viewer = people.viewers.find((one) => one.active)!
    const written = door.asViewer(viewer, (tx) => tx.update(tables.mark).set({ statement: 'changed' }))
    await expect(written).rejects.toMatchObject({ cause: { code: '25006' } })
  })
})
