// Handing over on the real server: the offer is nobody else's business, and a yes opens every map to the new organiser at once.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EcosystemListItem } from '../../shared/ecosystems/requests.ts'
import type { Grant } from '../../shared/rules/author.ts'
import { type InboxScene, openInboxScene } from '../inbox/scene.ts'
import type { Actor } from '../support/world.ts'

let scene: InboxScene
const [offerId, hiddenMapId, spareId] = [randomUUID(), randomUUID(), randomUUID()]
beforeAll(async () => {
  scene = await openInboxScene()
  await did(
    scene.insurer,
    { type: 'map.add', id: hiddenMapId, participantId: randomUUID(), name: 'HIDDEN-MAP', rank: 'a1' },
    { type: 'party.add', id: spareId, name: 'Surveyor', kind: 'partner' },
  )
})
afterAll(() => scene.world.close())

async function did(
  actor: Actor,
  ...actions: Parameters<Actor['edit']> extends [string, ...infer A] ? A : []
) {
  expect(await actor.edit(scene.ecosystemId, ...actions)).toMatchObject({ accepted: true })
}
const pulled = async (actor: Actor, cursor?: string) =>
  JSON.stringify((await actor.pull(scene.ecosystemId, cursor)).rows)
const convenerFor = async (actor: Actor) =>
  (await actor.act<EcosystemListItem[]>('GET', '/api/ecosystems')).body[0]?.convener.name

it('is offered to one organisation, and a third one learns and decides nothing of it', async () => {
  const { insurer, broker, bank, ecosystemId } = scene
  await did(insurer, { type: 'handover.offer', id: offerId, toOrganisationId: broker.organisationId })
  for (const side of [insurer, broker]) expect(await pulled(side)).toContain(offerId)
  expect(await pulled(bank)).not.toContain(offerId)
  const decide = (id: string) => bank.edit(ecosystemId, { type: 'handover.decide', id, accept: true })
  const [real, made] = [await decide(offerId), await decide(randomUUID())]
  expect({ ...real, number: 0 }).toEqual({ ...made, number: 0 })
  expect(real.accepted).toBe(false)
  for (const actor of [insurer, broker, bank]) expect(await convenerFor(actor)).toBe('Insurer')
})

it('passes on with the yes: every map is there, from a fresh start, and all see who organises', async () => {
  const { insurer, broker, bank, ecosystemId } = scene
  const before = await broker.pull(ecosystemId)
  expect(JSON.stringify(before.rows)).not.toContain('HIDDEN-MAP')
  await did(broker, { type: 'handover.decide', id: offerId, accept: true })
  const after = await broker.pull(ecosystemId, before.cursor)
  expect(after.reset).toBe(true)
  expect(JSON.stringify(after.rows)).toContain('HIDDEN-MAP')
  const spare = after.rows.find(({ row }) => row.id === spareId)
  expect(spare?.row).toMatchObject({ stewardOrganisationId: broker.organisationId })
  for (const actor of [insurer, broker, bank]) expect(await convenerFor(actor)).toBe('Broker')
  for (const hidden of ['HIDDEN-MAP', offerId]) expect(await pulled(bank)).not.toContain(hidden)
  await did(broker, { type: 'map.change', id: hiddenMapId, fields: { name: 'Ours now' } })
})

it('leaves no trace of who organised before, for whoever comes to a map without it', async () => {
  const { world, insurer, broker, ecosystemId, parties } = scene
  const [mapId, partyId] = [randomUUID(), randomUUID()]
  const newcomer = await world.actor('Newcomer')
  // A party the first organiser added and holds, on a map that it does not take part in.
  await did(
    broker,
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Next', rank: 'a2' },
    { type: 'party.add', id: partyId, name: 'Newcomer', kind: 'partner' },
    { type: 'lane.add', id: randomUUID(), mapId, partyId: parties.insurer, rank: 'a0' },
    { type: 'lane.add', id: randomUUID(), mapId, partyId, rank: 'a1' },
  )
  const grant: Grant = { kind: 'invitation', partyId, mapIds: [mapId] }
  const actions = [
    { type: 'participant.join', id: randomUUID(), mapId },
    { type: 'party.hold', id: partyId },
  ]
  const edit = { clientId: randomUUID(), number: 1, version: 1, actions }
  const joined = await world.services.acceptEdits(newcomer, ecosystemId, [edit], grant)
  expect(joined).toMatchObject([{ accepted: true }])

  const { rows, organisations } = await newcomer.pull(ecosystemId)
  const kinds = new Set(rows.map(({ kind }) => kind))
  for (const kind of ['ecosystem', 'party', 'map', 'lane'] as const) expect(kinds).toContain(kind)
  const first = rows.find(({ row }) => row.id === parties.insurer)!
  expect(first.row).toMatchObject({ heldByOrganisationId: first.row.id, addedByOrganisationId: first.row.id })
  expect(first.row.versions).not.toHaveProperty('heldByOrganisationId')
  expect(organisations.map(({ name }) => name).sort()).toEqual(['Broker', 'Newcomer'])
  const paths = ['', '/changes', '/own-rows.json', '/invitations', '/expected'].map(
    (path) => `/api/ecosystems/${ecosystemId}${path}`,
  )
  for (const path of [...paths, '/api/ecosystems', `/api/maps/${mapId}`, `/api/maps/${mapId}/export.json`]) {
    const { status, body } = await newcomer.act('GET', path)
    expect(status, path).toBe(200)
    expect(JSON.stringify(body), path).not.toContain(insurer.organisationId)
    // Who shares a map with it finds it there.
    if (path === `/api/ecosystems/${ecosystemId}`)
      expect(JSON.stringify((await broker.act('GET', path)).body)).toContain(insurer.organisationId)
  }
})
