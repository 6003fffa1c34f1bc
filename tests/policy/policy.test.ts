// One row filter, said four times: in TypeScript, in SQL, as row-level security, and in plain words by an oracle that
// shares no code with them. All four agree on 100,000 pairs of a viewer and a row, and each wall holds without the other.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from '../../api/database/door.ts'
import { readChanged } from '../../api/edits/storedRows.ts'
import { isVisible, keysOf } from '../../shared/audience/audience.ts'
import { type RowKind, rowKinds } from '../../shared/model/rows.ts'
import { type Crowd, crowd, participationOf, store } from '../invariants/crowd.ts'
import { kindsOf, ofEveryKind, tableNames, withPolicies } from '../invariants/governedTables.ts'
import { pastAudiences } from '../invariants/owner.ts'
import { rightPolicy, withoutRowLevelSecurity } from '../invariants/walls.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { oracleOf } from './oracle.ts'

const seed = Number(process.env.SEED ?? 20_261_122)
const [rowCount, viewerCount] = process.env.LONG ? [2_000, 500] : [500, 200]

type Viewer = Crowd['viewers'][number]
/** Ids of the rows that each viewer sees, as `viewer row`. */
type Seen = Set<string>

let database: TestDatabase
let door: Door
let people: Crowd
/** Without those that the crowd's places hang on. */
let rowIds: ReadonlySet<string>
beforeAll(async () => {
  database = await freshDatabase()
  door = openDoor(database.database)
  people = crowd(seed, { rows: rowCount, viewers: viewerCount })
  rowIds = new Set(people.rows.map(({ id }) => id))
  await door.asSystem('test', (tx) => store(tx, people))
})
afterAll(() => database.close())

function seenBy(sees: (viewer: Viewer, audience: string[]) => boolean, viewers = people.viewers): Seen {
  const seen: Seen = new Set()
  for (const viewer of viewers)
    for (const row of people.rows) if (sees(viewer, row.audience)) seen.add(`${viewer.personId} ${row.id}`)
  return seen
}

function seenInTypeScript(): Seen {
  const keys = new Map(
    people.viewers.map((viewer) => [
      viewer.personId,
      viewer.active ? keysOf(viewer, participationOf(people, viewer)) : new Set<string>(),
    ]),
  )
  return seenBy((viewer, audience) => isVisible(audience, keys.get(viewer.personId)!))
}

/** In one statement past row-level security, over the keys that the door's own SQL finds for each viewer. */
async function seenByPredicate(): Promise<Seen> {
  const held: { person: string; keys: string }[] = []
  for (const viewer of people.viewers) {
    const [row] = await door.asViewer(viewer, (tx) =>
      tx.execute<{ keys: string }>("select current_setting('interlane.keys', true) as keys"),
    )
    held.push({ person: viewer.personId, keys: row!.keys })
  }
  const pairs = await pastAudiences(
    database,
    (tx) => tx<{ person: string; id: string }[]>`
      select viewer.person, governed.id
      from unnest(${held.map(({ person }) => person)}::text[], ${held.map(({ keys }) => keys)}::text[]) as viewer (person, keys)
      join (${tx.unsafe(ofEveryKind('id, audience'))}) governed on governed.audience && string_to_array(viewer.keys, ',')`,
  )
  return new Set(pairs.filter(({ id }) => rowIds.has(id)).map(({ person, id }) => `${person} ${id}`))
}

async function seenThroughRowLevelSecurity(viewers = people.viewers): Promise<Seen> {
  const seen: Seen = new Set()
  for (const viewer of viewers) {
    const found = await door.asViewer(viewer, (tx) => tx.execute<{ id: string }>(ofEveryKind('id')))
    for (const { id } of found) if (rowIds.has(id)) seen.add(`${viewer.personId} ${id}`)
  }
  return seen
}

/** As the statement of a pull finds them. */
async function seenByPull(viewers: readonly Viewer[]): Promise<Seen> {
  const seen: Seen = new Set()
  for (const viewer of viewers)
    for (const { id: ecosystemId } of people.ecosystems) {
      const found = await door.asViewer(viewer, (tx) =>
        Promise.all(rowKinds.map((kind) => readChanged(tx, ecosystemId, kind, null))),
      )
      for (const { id } of found.flat()) if (rowIds.has(id)) seen.add(`${viewer.personId} ${id}`)
    }
  return seen
}

function differences(left: Seen, right: Seen): string[] {
  return [...[...left].filter((pair) => !right.has(pair)), ...[...right].filter((pair) => !left.has(pair))]
}

/** The kinds of rows about which two disagree. */
function kindsOfDifferences(left: Seen, right: Seen): RowKind[] {
  const byId = new Map(people.rows.map((row) => [row.id, row]))
  return kindsOf(differences(left, right).map((pair) => byId.get(pair.split(' ')[1]!)!))
}

describe('the row filter', () => {
  it('is the same in TypeScript, in SQL, as row-level security and in plain words', async () => {
    const expected = seenBy(oracleOf(people))
    const pairs = rowCount * viewerCount
    expect(pairs).toBeGreaterThanOrEqual(100_000)
    expect(expected.size).toBeGreaterThan(pairs / 50)
    expect(expected.size).toBeLessThan(pairs / 2)
    expect(differences(seenInTypeScript(), expected).slice(0, 5)).toEqual([])
    expect(differences(await seenByPredicate(), expected).slice(0, 5)).toEqual([])
    expect(differences(await seenThroughRowLevelSecurity(), expected).slice(0, 5)).toEqual([])
  })

  it.each([
    ['everything', 'true'],
    ['rows of which a viewer has every key', rightPolicy.replace('&&', '<@')],
    [
      'rows whose first key a viewer has',
      "audience[1] = any(string_to_array(current_setting('interlane.keys', true), ','))",
    ],
    [
      'rows of any map',
      `${rightPolicy} or exists (select 1 from unnest(audience) as one (key) where one.key like 'map:%')`,
    ],
  ])('would be noticed to let through %s', async (_, using) => {
    const some = people.viewers.slice(0, 20)
    const seen = await withPolicies(database, using, () => seenThroughRowLevelSecurity(some))
    expect(kindsOfDifferences(seen, seenBy(oracleOf(people), some))).toEqual(rowKinds)
  })

  it('holds in the statement of a pull alone, with row-level security switched off', async () => {
    const some = people.viewers.slice(0, 20)
    const expected = seenBy(oracleOf(people), some)
    const [pulled, unguarded] = await withoutRowLevelSecurity(
      database,
      tableNames,
      async () => [await seenByPull(some), await seenThroughRowLevelSecurity(some.slice(0, 3))] as const,
    )
    expect(differences(pulled, expected).slice(0, 5)).toEqual([])
    expect(unguarded.size).toBe(3 * rowCount)
  })

  it('would be noticed to differ in plain words', () => {
    const careless = oracleOf({ ...people, viewers: people.viewers.map((one) => ({ ...one, active: true })) })
    const stays = oracleOf({
      ...people,
      participants: people.participants.map((one) => ({ ...one, state: 'active' as const })),
    })
    for (const wrong of [careless, stays])
      expect(differences(seenInTypeScript(), seenBy(wrong))).not.toEqual([])
  })
})
