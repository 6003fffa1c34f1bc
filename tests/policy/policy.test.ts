// One row filter, said four times: in TypeScript, in SQL, as row-level security, and in plain words by an oracle that
// shares no code with them. All four agree on 100,000 pairs of a viewer and a row, and each wall holds without the other.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from '../../api/database/door.ts'
import { tables } from '../../api/database/tables/rows.ts'
import { readChanged } from '../../api/edits/storedRows.ts'
import { isVisible, keysOf } from '../../shared/audience/audience.ts'
import { type Crowd, crowd, participationOf, store } from '../invariants/crowd.ts'
import { asOwner, pastAudiences } from '../invariants/owner.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { oracleOf } from './oracle.ts'

const seed = Number(process.env.SEED ?? 20_261_122)
const [rowCount, viewerCount] = process.env.LONG ? [2_000, 500] : [500, 200]
const policy = "audience && string_to_array(current_setting('interlane.keys', true), ',')"

type Viewer = Crowd['viewers'][number]
/** Ids of the rows that each viewer sees, as `viewer row`. */
type Seen = Set<string>

let database: TestDatabase
let door: Door
let people: Crowd
beforeAll(async () => {
  database = await freshDatabase()
  door = openDoor(database.database)
  people = crowd(seed, { rows: rowCount, viewers: viewerCount })
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
      select viewer.person, marks.id
      from unnest(${held.map(({ person }) => person)}::text[], ${held.map(({ keys }) => keys)}::text[]) as viewer (person, keys)
      join marks on marks.audience && string_to_array(viewer.keys, ',')`,
  )
  return new Set(pairs.map(({ person, id }) => `${person} ${id}`))
}

async function seenThroughRowLevelSecurity(viewers = people.viewers): Promise<Seen> {
  const seen: Seen = new Set()
  for (const viewer of viewers) {
    const found = await door.asViewer(viewer, (tx) => tx.select({ id: tables.mark.id }).from(tables.mark))
    for (const { id } of found) seen.add(`${viewer.personId} ${id}`)
  }
  return seen
}

/** As the statement of a pull finds them. */
async function seenByPull(viewers: readonly Viewer[]): Promise<Seen> {
  const seen: Seen = new Set()
  for (const viewer of viewers)
    for (const { id: ecosystemId } of people.ecosystems) {
      const found = await door.asViewer(viewer, (tx) => readChanged(tx, ecosystemId, 'mark', null))
      for (const { id } of found) seen.add(`${viewer.personId} ${id}`)
    }
  return seen
}

function differences(left: Seen, right: Seen): string[] {
  return [...[...left].filter((pair) => !right.has(pair)), ...[...right].filter((pair) => !left.has(pair))]
}

async function alterPolicy(using: string): Promise<void> {
  await asOwner(database, (owner) =>
    owner.unsafe(`alter policy marks_viewer_reads on marks using (${using})`),
  )
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
    ['rows of which a viewer has every key', policy.replace('&&', '<@')],
    [
      'rows whose first key a viewer has',
      "audience[1] = any(string_to_array(current_setting('interlane.keys', true), ','))",
    ],
    [
      'rows of any map',
      `${policy} or exists (select 1 from unnest(audience) as one (key) where one.key like 'map:%')`,
    ],
  ])('would be noticed to let through %s', async (_, using) => {
    await alterPolicy(using)
    const some = people.viewers.slice(0, 20)
    const seen = await seenThroughRowLevelSecurity(some).finally(() => alterPolicy(policy))
    expect(differences(seen, seenBy(oracleOf(people), some))).not.toEqual([])
  })

  it('holds in the statement of a pull alone, with row-level security switched off', async () => {
    const some = people.viewers.slice(0, 60)
    const expected = seenBy(oracleOf(people), some)
    const switchTo = (state: 'enable' | 'disable') =>
      asOwner(database, (owner) => owner.unsafe(`alter table marks ${state} row level security`))
    await switchTo('disable')
    const [pulled, unguarded] = [await seenByPull(some), await seenThroughRowLevelSecurity(some.slice(0, 3))]
    await switchTo('enable')
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
