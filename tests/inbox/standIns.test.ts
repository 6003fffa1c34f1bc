// Who is called by name and has left is stood in for, inside their own organisation alone.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callDue } from '../../api/inbox/dueHourly.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Actor } from '../support/world.ts'
import { colleagueOf, type InboxScene, inboxOf, openInboxScene } from './scene.ts'

let scene: InboxScene
let [ada, cem, dora, joe]: Actor[] = []
beforeAll(async () => {
  scene = await openInboxScene()
  const { insurer, ecosystemId, cardId, parties } = scene
  ada = await colleagueOf(scene, insurer, { email: 'ada@insurer.example', role: 'admin' })
  cem = await colleagueOf(scene, insurer, { email: 'cem@insurer.example', role: 'viewer' })
  dora = await colleagueOf(scene, insurer, { email: 'dora@insurer.example', role: 'viewer' })
  joe = await colleagueOf(scene, insurer, { email: 'joe@insurer.example' })
  const ownershipId = randomUUID()
  const owner = { touchpointId: cardId, partyId: parties.insurer, accountability: 'accountable' } as const
  const answer = await insurer.edit(
    ecosystemId,
    { type: 'ownership.add', id: ownershipId, ...owner },
    { type: 'responsibility.add', id: randomUUID(), ownershipId, person: 'cem; Dora' },
  )
  expect(answer).toMatchObject({ accepted: true })
})
afterAll(() => scene.world.close())
beforeEach(() => system('delete from news'))

const system = (statement: string) =>
  scene.world.services.door.asSystem('prepare a test', (tx) => tx.execute(statement))
const kinds = async (actor: Actor | undefined) => (await inboxOf(actor!)).lines.map(({ kind }) => kind)
const everybody = async () => ({
  ...{ ada: await kinds(ada), dora: await kinds(dora), joe: await kinds(joe) },
  ...{ broker: await kinds(scene.broker), bank: await kinds(scene.bank) },
})
const nobody = { ada: [], dora: [], joe: [], broker: [], bank: [] }

function ask(touchpointIds: string[], dueOn: string | null = null) {
  const { insurer, ecosystemId, mapId } = scene
  const add: ActionInput = {
    ...{ type: 'contributionRequest.add', id: randomUUID(), mapId, touchpointIds, text: 'Please', dueOn },
    ...{ askedOrganisationId: insurer.organisationId, askedPersonId: cem!.personId },
  }
  return insurer.edit(ecosystemId, add)
}

function mention(touchpointId: string) {
  const { insurer, broker, ecosystemId } = scene
  return broker.edit(ecosystemId, {
    ...{ type: 'comment.add', id: randomUUID(), targetKind: 'touchpoint', targetId: touchpointId },
    ...{ text: 'Who phones?', with: 'map' },
    mentions: [{ organisationId: insurer.organisationId, personId: cem!.personId }],
  })
}

describe('somebody called by name', () => {
  it('is called alone while they belong to their organisation', async () => {
    expect(await ask([scene.cardId])).toMatchObject({ accepted: true })
    expect(await mention(scene.cardId)).toMatchObject({ accepted: true })
    expect((await kinds(cem)).sort()).toEqual(['asked', 'mentioned'])
    expect(await everybody()).toEqual(nobody)
  })

  it('once they have left, is stood in for by whom their organisation named on that card, for partners and the clock as well', async () => {
    await remove(cem!)
    const today = new Date().toISOString().slice(0, 10)
    expect(await ask([scene.cardId], today)).toMatchObject({ accepted: true })
    expect(await everybody()).toEqual({ ...nobody, dora: ['asked'] })
    const before = await scene.broker.pull(scene.ecosystemId)
    expect(await mention(scene.cardId)).toMatchObject({ accepted: true })
    await callDue(scene.world.services.accounts)
    const called = await everybody()
    expect({ ...called, dora: called.dora.sort() }).toEqual({
      ...nobody,
      dora: ['asked', 'due', 'mentioned'],
    })
    // What the partner reads of it names nobody of the insurer but whom it called itself.
    const said = JSON.stringify([before, await scene.broker.pull(scene.ecosystemId)])
    expect(said).toContain(cem!.personId)
    expect(said).not.toContain(dora!.personId)
    expect(said).not.toMatch(/dora/i)
  })

  it('and where nobody stands in, by the admins alone', async () => {
    const { otherCardId, cardId } = scene
    expect(await mention(otherCardId)).toMatchObject({ accepted: true })
    expect(await everybody()).toEqual({ ...nobody, ada: ['mentioned'] })
    await remove(dora!)
    await system('delete from news')
    expect(await ask([cardId])).toMatchObject({ accepted: true })
    expect(await kinds(ada)).toEqual(['asked'])
    expect([await kinds(joe), await kinds(scene.broker)]).toEqual([[], []])
  })
})

async function remove({ personId }: Actor) {
  const { insurer } = scene
  const path = `/api/organisations/${insurer.organisationId}/members/${personId}`
  expect((await insurer.act('DELETE', path)).status).toBe(204)
}
