// Handing over on the real server: the offer is nobody else's business, and a yes opens every map to the new organiser at once.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EcosystemListItem } from '../../shared/ecosystems/requests.ts'
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
