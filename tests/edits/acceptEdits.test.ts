import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Door } from '../../api/database/door.ts'
import { openDoor } from '../../api/database/door.ts'
import { foundEcosystem } from '../../api/ecosystems/founding.ts'
import { type AcceptEdits, createAcceptEdits } from '../../api/edits/acceptEdits.ts'
import { createPullChanges, type PullChanges } from '../../api/edits/changes.ts'
import { createCursors } from '../../api/edits/cursor.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { RowKind } from '../../shared/model/rows.ts'
import type { Grant } from '../../shared/rules/author.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addOrganisation } from '../support/organisations.ts'

let database: TestDatabase
let door: Door
let accept: AcceptEdits
let pull: PullChanges

beforeAll(async () => {
  database = await freshDatabase()
  door = openDoor(database.database)
  accept = createAcceptEdits(door)
  pull = createPullChanges(door, createCursors('test'))
})
afterAll(() => database.close())

let count = 0
function send(viewer: Viewer, ecosystemId: string, actions: ActionInput[], grant?: Grant) {
  return accept(
    viewer,
    ecosystemId,
    [{ clientId: viewer.personId, number: ++count, version: 1, actions }],
    grant,
  )
}

/** An insurer's ecosystem with a map, a broker who joined it, and one touchpoint in the broker's lane. */
async function insuranceMap() {
  const insurer = await addOrganisation(door, 'Insurer')
  const broker = await addOrganisation(door, 'Broker')
  const ecosystemId = await foundEcosystem(accept, insurer, { name: 'Insurance', goal: '' })
  const [mapId, stageId, laneId, partyId, touchpointId] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const answers = await send(insurer, ecosystemId, [
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Claims', rank: 'a0' },
    { type: 'party.add', id: partyId, name: 'Broker', kind: 'distributor' },
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Claim', rank: 'a0' },
    { type: 'touchpoint.add', id: touchpointId, laneId, stageId, rank: 'a0', name: 'Reports the flood' },
  ])
  expect(answers).toEqual([expect.objectContaining({ accepted: true })])
  const grant: Grant = { kind: 'invitation', partyId, mapIds: [mapId] }
  const joined = await send(
    broker,
    ecosystemId,
    [
      { type: 'participant.join', id: randomUUID(), mapId },
      { type: 'party.hold', id: partyId },
    ],
    grant,
  )
  expect(joined).toEqual([expect.objectContaining({ accepted: true })])
  return { insurer, broker, ecosystemId, mapId, stageId, laneId, partyId, touchpointId }
}

async function idsSeenBy(viewer: Viewer, ecosystemId: string, kind: RowKind) {
  const { rows } = await pull(viewer, ecosystemId)
  return rows.filter((one) => one.kind === kind).map((one) => one.row.id)
}

describe('accepting edits', () => {
  it('shows an invited organisation the map, its party held and its lane', async () => {
    const { broker, ecosystemId, partyId, laneId, touchpointId } = await insuranceMap()
    const { rows, organisations } = await pull(broker, ecosystemId)
    const party = rows.find((one) => one.row.id === partyId)
    expect(party?.row).toMatchObject({ heldByOrganisationId: broker.organisationId })
    expect(rows.map((one) => one.row.id)).toEqual(expect.arrayContaining([laneId, touchpointId]))
    expect(organisations.map(({ name }) => name).sort()).toEqual(['Broker', 'Insurer'])
  })

  it('lets an author go on, in one request, with a map that it has just added, and take it back', async () => {
    const insurer = await addOrganisation(door, 'Insurer')
    const ecosystemId = await foundEcosystem(accept, insurer, { name: 'Insurance', goal: '' })
    const [mapId, clientId] = [randomUUID(), randomUUID()]
    const edit = (number: number, action: ActionInput) => ({
      clientId,
      number,
      version: 2,
      actions: [action],
    })
    const answers = await accept(insurer, ecosystemId, [
      edit(1, { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Claims', rank: 'a0' }),
      edit(2, { type: 'map.change', id: mapId, fields: { name: 'Claims and renewals' } }),
      edit(3, { type: 'edit.undo', clientId, number: 2, since: [], force: [] }),
      edit(4, { type: 'edit.undo', clientId, number: 1, since: [], force: [] }),
      edit(5, { type: 'map.change', id: mapId, fields: { name: 'Claims again' } }),
    ])
    expect(answers.map(({ accepted }) => accepted)).toEqual([true, true, true, true, false])
    expect(await idsSeenBy(insurer, ecosystemId, 'map')).toEqual([])
  })

  it('answers a stranger as if there were no such ecosystem', async () => {
    const { ecosystemId } = await insuranceMap()
    const stranger = await addOrganisation(door, 'Stranger')
    await expect(pull(stranger, ecosystemId)).rejects.toMatchObject({ code: 'notThere' })
    const edit = { type: 'ecosystem.change', id: ecosystemId, fields: { name: 'Mine' } } as const
    const nowhere = await send(stranger, randomUUID(), [edit]).catch((error) => error)
    const here = await send(stranger, ecosystemId, [edit]).catch((error) => error)
    expect(nowhere).toMatchObject({ code: 'notThere' })
    expect(here).toMatchObject({ code: 'notThere', message: nowhere.message })
  })

  it('applies a repeated edit once and repeats its answer', async () => {
    const { insurer, ecosystemId, mapId } = await insuranceMap()
    const id = randomUUID()
    const edit = {
      clientId: insurer.personId,
      number: 9_001,
      version: 1,
      actions: [{ type: 'stage.add', id, mapId, name: 'Renew', rank: 'a1' }],
    }
    const [first] = await accept(insurer, ecosystemId, [edit])
    const [again, twice] = await accept(insurer, ecosystemId, [edit, edit])
    expect(first).toMatchObject({ accepted: true })
    expect([again, twice]).toEqual([first, first])
    expect((await idsSeenBy(insurer, ecosystemId, 'stage')).filter((one) => one === id)).toHaveLength(1)
  })

  it('keeps a private view from everyone else, also in the next pull', async () => {
    const { insurer, broker, ecosystemId, touchpointId } = await insuranceMap()
    const { cursor } = await pull(insurer, ecosystemId)
    const id = randomUUID()
    await send(broker, ecosystemId, [
      {
        type: 'perspective.add',
        id,
        targetKind: 'touchpoint',
        targetId: touchpointId,
        performance: 3,
        notes: 'secret-3',
      },
    ])
    const seen = await pull(insurer, ecosystemId, cursor)
    expect(JSON.stringify(seen)).not.toContain('secret-3')
    expect(seen).toMatchObject({ reset: false, rows: [], gone: [] })
    expect(await idsSeenBy(broker, ecosystemId, 'perspective')).toEqual([id])
  })

  it('tells exactly those who lose a withdrawn view to forget it', async () => {
    const { insurer, broker, ecosystemId, touchpointId } = await insuranceMap()
    const id = randomUUID()
    await send(broker, ecosystemId, [
      { type: 'perspective.add', id, targetKind: 'touchpoint', targetId: touchpointId, performance: 3 },
      { type: 'perspective.share', id, with: 'map' },
    ])
    const before = { insurer: await pull(insurer, ecosystemId), broker: await pull(broker, ecosystemId) }
    expect(before.insurer.rows.map((one) => one.row.id)).toContain(id)
    await send(broker, ecosystemId, [{ type: 'perspective.share', id, with: 'organisation' }])
    expect(await pull(insurer, ecosystemId, before.insurer.cursor)).toMatchObject({
      rows: [],
      gone: [{ id, deleted: false }],
    })
    expect(await pull(broker, ecosystemId, before.broker.cursor)).toMatchObject({
      rows: [{ row: { id } }],
      gone: [],
    })
  })

  it('refuses what the author has no right to, says why, and goes on with the next edit', async () => {
    const { insurer, broker, ecosystemId, mapId, touchpointId } = await insuranceMap()
    const answers = await accept(insurer, ecosystemId, [
      {
        ...{ clientId: insurer.personId, number: ++count, version: 1 },
        actions: [{ type: 'touchpoint.change', id: touchpointId, fields: { name: 'Ours now' } }],
      },
      {
        ...{ clientId: insurer.personId, number: ++count, version: 1 },
        actions: [{ type: 'map.change', id: mapId, fields: { name: 'Claims and renewals' } }],
      },
      { clientId: insurer.personId, number: ++count, version: 1, actions: [{ type: 'map.change', id: 'x' }] },
    ])
    expect(answers.map(({ accepted }) => accepted)).toEqual([false, true, false])
    expect(answers[0]).toMatchObject({ error: { code: 'edit.notAllowed' } })
    expect(answers[2]).toMatchObject({ error: { code: 'edit.invalid', field: 'actions.0.id' } })
    const { rows } = await pull(broker, ecosystemId)
    expect(rows.find((one) => one.row.id === touchpointId)?.row).toMatchObject({ name: 'Reports the flood' })
  })

  it('keeps what another organisation attached when a card goes, and brings both back on undo', async () => {
    const { insurer, broker, ecosystemId, touchpointId } = await insuranceMap()
    const id = randomUUID()
    await send(insurer, ecosystemId, [
      { type: 'perspective.add', id, targetKind: 'touchpoint', targetId: touchpointId, notes: 'ours alone' },
    ])
    await send(broker, ecosystemId, [{ type: 'touchpoint.remove', id: touchpointId }])
    const removal = count
    const unplaced = await pull(insurer, ecosystemId)
    expect(unplaced.rows.find((one) => one.row.id === id)?.row).toMatchObject({
      unplacedFrom: 'Reports the flood',
    })
    expect(unplaced.rows.map((one) => one.row.id)).not.toContain(touchpointId)
    const [undone] = await send(broker, ecosystemId, [
      { type: 'edit.undo', clientId: broker.personId, number: removal },
    ])
    expect(undone).toMatchObject({ accepted: true })
    const restored = await pull(insurer, ecosystemId)
    expect(restored.rows.find((one) => one.row.id === id)?.row).toMatchObject({ unplacedFrom: null })
    expect(restored.rows.map((one) => one.row.id)).toContain(touchpointId)
  })

  it('starts a client afresh when participation moved since its cursor', async () => {
    const { insurer, ecosystemId, mapId, partyId } = await insuranceMap()
    const { cursor } = await pull(insurer, ecosystemId)
    const third = await addOrganisation(door, 'Third')
    const grant: Grant = { kind: 'invitation', partyId, mapIds: [mapId] }
    await send(third, ecosystemId, [{ type: 'participant.join', id: randomUUID(), mapId }], grant)
    expect(await pull(insurer, ecosystemId, cursor)).toMatchObject({ reset: true })
    expect(await pull(third, ecosystemId, cursor)).toMatchObject({ reset: true })
  })

  it('gives simultaneous writers one order without gaps', async () => {
    const { insurer, broker, ecosystemId, mapId, laneId, stageId } = await insuranceMap()
    const adds = Array.from({ length: 20 }, (_, index) =>
      index % 2
        ? send(insurer, ecosystemId, [
            { type: 'stage.add', id: randomUUID(), mapId, name: `S${index}`, rank: `b${index}` },
          ])
        : send(broker, ecosystemId, [
            {
              type: 'touchpoint.add',
              id: randomUUID(),
              laneId,
              stageId,
              rank: `b${index}`,
              name: `T${index}`,
            },
          ]),
    )
    const answers = (await Promise.all(adds)).flat()
    expect(answers.every(({ accepted }) => accepted)).toBe(true)
    expect(await idsSeenBy(insurer, ecosystemId, 'stage')).toHaveLength(11)
    expect(await idsSeenBy(broker, ecosystemId, 'touchpoint')).toHaveLength(11)
  })
})
