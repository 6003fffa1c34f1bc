// A party is the same on every map. Who shares no map with the organisation that holds it learns that somebody does, not who.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ecosystemCounters } from '../../api/database/tables/edits.ts'
import { readStandingIn, readWhomItConcerns } from '../../api/live/reads.ts'
import { isChangeFor } from '../../shared/audience/audienceChange.ts'
import type { Party } from '../../shared/model/rows.ts'
import type { Grant } from '../../shared/rules/author.ts'
import { type InboxScene, openInboxScene } from '../inbox/scene.ts'
import type { Actor } from '../support/world.ts'

let scene: InboxScene
/** Holds two parties on a map of its own; the bank and the broker see those parties' lanes on theirs. */
let courier: Actor
const [elsewhere, carrier, depot] = [randomUUID(), randomUUID(), randomUUID()]

beforeAll(async () => {
  scene = await openInboxScene()
  const { world, insurer, ecosystemId, mapId } = scene
  courier = await world.actor('Courier')
  const lanes = [carrier, depot].flatMap((partyId, index) =>
    [elsewhere, mapId].map(
      (map) => ({ type: 'lane.add', id: randomUUID(), mapId: map, partyId, rank: `b${index}` }) as const,
    ),
  )
  const made = await insurer.edit(
    ecosystemId,
    { type: 'map.add', id: elsewhere, participantId: randomUUID(), name: 'Delivery', rank: 'a1' },
    { type: 'party.add', id: carrier, name: 'Carrier', kind: 'partner' },
    { type: 'party.add', id: depot, name: 'Depot', kind: 'partner' },
    ...lanes,
  )
  expect(made).toMatchObject({ accepted: true })
  await join(carrier, elsewhere)
  await join(depot, elsewhere)
})
afterAll(() => scene.world.close())

/** Somebody comes to hold a party and to take part in a map, as by an invitation. */
async function join(partyId: string, mapId: string, newcomer = courier) {
  const grant: Grant = { kind: 'invitation', partyId, mapIds: [mapId] }
  const party = (await seenBy(scene.insurer)).find(({ id }) => id === partyId)
  const isHeld = party?.heldByOrganisationId === newcomer.organisationId
  const actions = [
    { type: 'participant.join', id: randomUUID(), mapId } as const,
    ...(isHeld ? [] : [{ type: 'party.hold', id: partyId } as const]),
  ]
  const edit = { clientId: randomUUID(), number: 1, version: 1, actions }
  const answers = await scene.world.services.acceptEdits(newcomer, scene.ecosystemId, [edit], grant)
  expect(answers).toMatchObject([{ accepted: true }])
}

const lastSeq = async () => {
  const counters = await scene.world.services.door.asSystem('look in a test', (tx) =>
    tx.select().from(ecosystemCounters),
  )
  return counters.find(({ ecosystemId }) => ecosystemId === scene.ecosystemId)!.seq
}

const seenBy = async (actor: Actor) =>
  (await actor.pull(scene.ecosystemId)).rows.flatMap(({ kind, row }) =>
    kind === 'party' ? [row as Party] : [],
  )

const channels = () => [
  `/api/ecosystems/${scene.ecosystemId}`,
  `/api/ecosystems/${scene.ecosystemId}/changes`,
  `/api/maps/${scene.mapId}`,
  `/api/maps/${scene.mapId}/export.json`,
  ownRowsPath(),
]
const ownRowsPath = () => `/api/ecosystems/${scene.ecosystemId}/own-rows.json`

async function everythingFor(actor: Actor): Promise<string> {
  const answers = await Promise.all(channels().map((path) => actor.act('GET', path)))
  for (const { status } of answers) expect(status).toBe(200)
  return JSON.stringify(answers.map(({ body, headers }) => [body, [...headers]]))
}

it('is held for whoever shares no map with the holder, and by whom stands nowhere', async () => {
  for (const reader of [scene.broker, scene.bank]) {
    const parties = (await seenBy(reader)).filter(({ id }) => id === carrier || id === depot)
    expect(parties.map(({ heldByOrganisationId }) => heldByOrganisationId).sort()).toEqual(
      [carrier, depot].sort(),
    )
    const everything = await everythingFor(reader)
    expect(everything).not.toContain(courier.organisationId)
    expect(everything).not.toContain('Courier')
  }
})

/** A private view on a card in the lane of a party: lane and party come along with it. */
async function viewIn(partyId: string, reader: Actor) {
  const { insurer, ecosystemId, stageId, mapId } = scene
  const { rows } = await insurer.pull(ecosystemId)
  const laneId = rows.find(
    (one) => one.kind === 'lane' && one.row.partyId === partyId && one.row.mapId === mapId,
  )!.row.id
  const [card, view] = [randomUUID(), randomUUID()]
  const place = { laneId, stageId, rank: 'a0' }
  const added = await insurer.edit(ecosystemId, { type: 'touchpoint.add', id: card, ...place, name: 'Waits' })
  const target = { targetKind: 'touchpoint', targetId: card } as const
  const seen = await reader.edit(ecosystemId, { type: 'perspective.add', id: view, ...target, notes: 'Late' })
  expect([added, seen]).toMatchObject([{ accepted: true }, { accepted: true }])
  return { card, view }
}

async function expectHeldBySomebody(reader: Actor, { card, view }: { card: string; view: string }) {
  const file = await reader.act('GET', ownRowsPath())
  expect(file.status).toBe(200)
  const text = JSON.stringify(file.body)
  for (const own of [view, card, `"heldByOrganisationId":"${carrier}"`]) expect(text).toContain(own)
  expect(text).not.toMatch(new RegExp(`Courier|${courier.organisationId}`))
  return file.body
}

it('stands in no file one takes along, neither while one takes part nor after one has left', async () => {
  const { broker, bank, ecosystemId } = scene
  await expectHeldBySomebody(broker, await viewIn(carrier, broker))
  const own = await viewIn(carrier, bank)
  const before = await expectHeldBySomebody(bank, own)
  const place = (await bank.pull(ecosystemId)).rows.find(
    (one) => one.kind === 'participant' && one.row.organisationId === bank.organisationId,
  )!
  const left = await bank.edit(ecosystemId, { type: 'participant.leave', id: place.row.id })
  expect(left).toMatchObject({ accepted: true })
  expect(await expectHeldBySomebody(bank, own)).toEqual(before)
})

it('is answered alike where a field is asked for, and changed by nobody who could not before', async () => {
  const { broker, ecosystemId } = scene
  const path = `/api/ecosystems/${ecosystemId}/rows/party/${carrier}/fields/heldByOrganisationId/author`
  const asked = await broker.act('GET', path)
  expect(JSON.stringify(asked.body)).not.toMatch(new RegExp(`Courier|${courier.organisationId}`))
  const rename = { type: 'party.change', id: carrier, fields: { name: 'Ours' } } as const
  expect(await broker.edit(ecosystemId, rename)).toMatchObject({ error: { code: 'edit.notAllowed' } })
})

it('is told to the organiser and the holder themselves', async () => {
  for (const reader of [scene.insurer, courier]) {
    const held = (await seenBy(reader)).find(({ id }) => id === carrier)
    expect(held?.heldByOrganisationId).toBe(courier.organisationId)
    expect(await reader.act('GET', channels()[1]!)).toMatchObject({ status: 200 })
  }
  // The search of the first test finds it where it is.
  expect(await everythingFor(scene.insurer)).toContain(courier.organisationId)
})

it('passes between two whom one does not know without a row or a hint, and with both where one knows either', async () => {
  const { world, insurer, broker, ecosystemId, mapId } = scene
  const { door } = world.services
  const [yard, bay] = [randomUUID(), randomUUID()]
  const porter = await world.actor('Porter')
  const lane = (map: string, partyId: string) =>
    ({ type: 'lane.add', id: randomUUID(), mapId: map, partyId, rank: 'c0' }) as const
  await insurer.edit(
    ecosystemId,
    ...[yard, bay].map(
      (id, index) => ({ type: 'party.add', id, name: `Y${index}`, kind: 'partner' }) as const,
    ),
    ...[lane(mapId, yard), lane(elsewhere, yard), lane(elsewhere, bay)],
  )
  await join(bay, elsewhere, porter)
  /** What the broker hears and is sent when another organisation comes to keep the yard. */
  const entrust = async (to: Actor) => {
    const { cursor } = await broker.pull(ecosystemId)
    const standing = (await readStandingIn(door, broker, ecosystemId))!
    const seq = await lastSeq()
    const entrusted = { type: 'party.entrust', id: yard, organisationId: to.organisationId } as const
    expect(await insurer.edit(ecosystemId, entrusted)).toMatchObject({ accepted: true })
    const { changes } = await readWhomItConcerns(door, ecosystemId, seq, { rowIds: [], personIds: [] })
    const { rows, organisations } = await broker.pull(ecosystemId, cursor)
    return {
      isHinted: changes.some((one) => isChangeFor(one, standing)),
      rows: rows.map(({ row }) => row.id),
      names: organisations.length,
    }
  }
  expect(await entrust(courier)).toMatchObject({ isHinted: true, rows: [yard] })
  expect(await entrust(porter)).toEqual({ isHinted: false, rows: [], names: 0 })
  expect((await seenBy(insurer)).find(({ id }) => id === yard)?.stewardOrganisationId).toBe(
    porter.organisationId,
  )
  expect(await entrust(broker)).toMatchObject({ isHinted: true, rows: [yard] })
  expect(await entrust(courier)).toMatchObject({ isHinted: true, rows: [yard] })
})

it('is told to all from the moment they share a map, also to whoever has an old state', async () => {
  const { broker, ecosystemId, mapId } = scene
  const { cursor } = await broker.pull(ecosystemId)
  await join(carrier, mapId)
  const after = await broker.pull(ecosystemId, cursor)
  const shown = after.rows.find(({ row }) => row.id === carrier)
  expect(shown?.row).toMatchObject({ heldByOrganisationId: courier.organisationId })
  expect(after.organisations.map(({ name }) => name)).toContain('Courier')
  // And it stands in the file, where the search of the tests before finds it.
  const file = await broker.act('GET', ownRowsPath())
  expect(JSON.stringify(file.body)).toContain(courier.organisationId)
})
