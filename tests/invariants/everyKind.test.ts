// Private rows of every kind, made from their schemas, on every route that reads: what others are answered is the same,
// byte for byte, whether the rows are there or not, and with either wall of the row filter taken away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tables } from '../../api/database/tables/rows.ts'
import { type RowKind, rowKinds } from '../../shared/model/rows.ts'
import type { Grant } from '../../shared/rules/author.ts'
import { type Actor, createWorld, type World } from '../support/world.ts'
import { markedContent } from './markedRows.ts'
import { newId } from './scene.ts'
import { readableTables, withoutFilter, withoutPredicates, withoutRowLevelSecurity } from './walls.ts'

let world: World
let [owner, partner, stranger] = [] as unknown as [Actor, Actor, Actor]
let ecosystemId: string
let linkId: string
const mapId = newId()
/** Kinds of which addresses name rows. */
const named: ReadonlySet<RowKind> = new Set(['ecosystem', 'map', 'link'])
const rowIds: string[] = []
const markers = new Map<RowKind, string[]>()
let before: string[]
let earlier: Map<string, string>[]

beforeAll(async () => {
  world = await createWorld()
  owner = await world.actor('Insurer')
  partner = await world.actor('Broker')
  stranger = await world.actor('Stranger')
  const founded = await owner.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Cover' })
  ecosystemId = founded.body.id
  const [partyId, laneId, stageId, one, two] = [newId(), newId(), newId(), newId(), newId()]
  linkId = newId()
  const drawn = await owner.edit(
    ecosystemId,
    { type: 'map.add', id: mapId, participantId: newId(), name: 'Map', rank: 'a0' },
    { type: 'party.add', id: partyId, name: 'Broker', kind: 'distributor' },
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Buy', rank: 'a0' },
    { type: 'touchpoint.add', id: one, laneId, stageId, rank: 'a0', name: 'One' },
    { type: 'touchpoint.add', id: two, laneId, stageId, rank: 'a1', name: 'Two' },
    { type: 'link.add', id: linkId, fromTouchpointId: one, toTouchpointId: two },
  )
  expect(drawn).toMatchObject({ accepted: true })
  const grant: Grant = { kind: 'invitation', partyId, mapIds: [mapId] }
  const join = { type: 'participant.join', id: newId(), mapId }
  const edit = { clientId: newId(), number: 1, version: 1, actions: [join] }
  await world.services.acceptEdits(partner, ecosystemId, [edit], grant)
})
afterAll(() => world.close())

/** One row of each kind that only the owner's organisation may see. */
async function addPrivateRows(audience: string[]) {
  await world.services.door.asSystem('test', async (tx) => {
    for (const kind of rowKinds) {
      const id = newId()
      const known = { mapId, organisationId: owner.organisationId, personId: owner.personId }
      const own: string[] = []
      const mark = () => `CANARY${kind}${own.push('')}X${id.slice(0, 8)}`
      const content = markedContent(
        kind,
        kind === 'participant' ? { ...known, organisationId: newId() } : known,
        mark,
      )
      const base = { id, ecosystemId, seq: 1_000, audience, deleted: false, versions: {}, lineageId: id }
      await tx
        .insert(tables[kind])
        .values({ ...base, ...content, addedByOrganisationId: owner.organisationId } as never)
      markers.set(kind, [...(JSON.stringify(content).match(/CANARY\w+/g) ?? []), id])
      if (named.has(kind)) rowIds.push(id)
    }
    await tx.execute(`update ecosystem_counters set seq = 1000 where ecosystem_id = '${ecosystemId}'`)
  })
}

/** Every address that reads, with the ids of what is there, or of the private rows. */
function addresses(): string[] {
  const paths = world.app.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/'))
  const unique = [...new Set(paths.map(({ path }) => path))].filter((path) => !path.includes('*'))
  const there: Record<string, string> = {
    ecosystemId,
    mapId,
    linkId,
    kind: 'link',
    field: 'passes',
    rowId: linkId,
    id: linkId,
  }
  const fill = (path: string, other?: string) =>
    path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => other ?? there[name] ?? linkId)
  return unique.flatMap((path) => [
    fill(path),
    ...(path.includes(':') ? rowIds.map((id) => fill(path, id)) : []),
  ])
}

/** Everything a reader is answered, without what is of the moment. */
async function answersTo(reader: Pick<Actor, 'act'>, paths: readonly string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const path of paths) {
    const { status, body, headers } = await reader.act<unknown>('GET', path)
    const text = JSON.stringify(body, (key, value: unknown) => (movesByItself.has(key) ? 'moved' : value))
    const kept = [...headers].filter(([name]) => !['set-cookie', 'content-length'].includes(name))
    answers.set(path, `${status} ${JSON.stringify(kept)} ${text}`)
  }
  return answers
}

/** A cursor is sealed anew each time, and a session is stamped each minute it is used. */
const movesByItself: ReadonlySet<string> = new Set(['cursor', 'lastSeenAt'])

describe('private rows of every kind', { timeout: 240_000 }, () => {
  it('change nothing, nowhere, in what a partner and a stranger are answered', async () => {
    rowIds.push(newId())
    before = addresses()
    expect(before.length).toBeGreaterThan(15)
    earlier = [await answersTo(partner, before), await answersTo(stranger, before)]
    rowIds.splice(0)
    await addPrivateRows([`org:${owner.organisationId}`])
    await expectSameAnswers()
    expect(world.logged.join('')).not.toContain('CANARY')
  })

  it('are all found where they may be seen', async () => {
    const { rows } = await owner.pull(ecosystemId)
    const text = JSON.stringify(rows)
    for (const kind of rowKinds) {
      expect(markers.get(kind)!.length, kind).toBeGreaterThan(0)
      expect(
        markers.get(kind)!.filter((one) => !text.includes(one)),
        kind,
      ).toEqual([])
    }
  })

  it.each([
    ['row-level security alone', withoutPredicates],
    ['what statements ask for alone', withoutAnyRowLevelSecurity],
  ])('are kept by %s', async (_, withoutOther) => {
    await withoutOther(world.database, async () => {
      await expectSameAnswers()
      const change = (id: string) =>
        partner.edit(ecosystemId, { type: 'link.change', id, fields: { passes: 'Seen' } })
      const [hidden, madeUp] = [await change(markers.get('link')!.at(-1)!), await change(newId())]
      expect(hidden).toMatchObject({ accepted: false })
      expect({ ...hidden, number: 0 }).toEqual({ ...madeUp, number: 0 })
    })
  })

  it('would be found with both walls down', async () => {
    const tables = await readableTables(world.database)
    const found = await withoutFilter(world.database, tables, () => answersTo(partner, before))
    const text = [...found.values()].join('')
    const leaked = rowKinds.filter((kind) => markers.get(kind)!.some((one) => text.includes(one)))
    expect(leaked).toEqual(rowKinds)
    expect(found.get('/api/ecosystems')).toContain('CANARYmap')
    await expectSameAnswers()
  })
})

async function withoutAnyRowLevelSecurity(database: World['database'], look: () => Promise<void>) {
  await withoutRowLevelSecurity(database, await readableTables(database), look)
}

/** As before there were private rows, and no word of them anywhere. */
async function expectSameAnswers() {
  for (const [index, reader] of [partner, stranger].entries()) {
    const now = await answersTo(reader, before)
    for (const [path, answer] of now) expect(answer, path).toBe(earlier[index]!.get(path))
    const everywhere = [...(await answersTo(reader, addresses())).values()].join('')
    for (const kind of rowKinds)
      for (const one of markers.get(kind)!) expect(everywhere.includes(one), one).toBe(false)
  }
}
