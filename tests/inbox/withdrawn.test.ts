// Withdrawn visibly: whoever could read what was shared finds a line, also when no page was open; nobody else learns of it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Actor } from '../support/world.ts'
import { type InboxScene, inboxOf, openInboxScene } from './scene.ts'

let scene: InboxScene
beforeAll(async () => {
  scene = await openInboxScene()
})
afterAll(() => scene.world.close())

beforeEach(async () => {
  for (const actor of [scene.insurer, scene.broker, scene.bank]) {
    const { lines } = await inboxOf(actor)
    if (lines.length > 0) await actor.act('POST', '/api/inbox/read', { ids: lines.map(({ id }) => id) })
  }
})

type Sharing = Extract<ActionInput, { type: 'perspective.share' }>['with']

/** The broker keeps a view of the insurer's card and shares it. */
async function sharedView(sharing: Sharing): Promise<string> {
  const { broker, ecosystemId, cardId } = scene
  const id = randomUUID()
  const target = { targetKind: 'touchpoint', targetId: cardId } as const
  await did(broker, { type: 'perspective.add', id, ...target, notes: 'SECRET-VIEW', onBehalfOf: 'customer' })
  await did(broker, { type: 'perspective.share', id, with: sharing })
  return id

  async function did(actor: Actor, action: ActionInput) {
    expect(await actor.edit(ecosystemId, action)).toMatchObject({ accepted: true })
  }
}

const change = (action: ActionInput) => scene.broker.edit(scene.ecosystemId, action)
const withdrawn = async (actor: Actor) =>
  (await inboxOf(actor)).lines.filter(({ kind, isRead }) => kind === 'withdrawn' && !isRead)

describe('what was shared and is taken back', () => {
  it('is told to whom it was shared with by name: by whom and about what, not what it said', async () => {
    const { insurer, broker, bank, cardId } = scene
    const id = await sharedView({ organisationIds: [insurer.organisationId] })
    await change({ type: 'perspective.share', id, with: 'organisation' })
    const [line, ...others] = await withdrawn(insurer)
    expect(others).toEqual([])
    expect(line).toMatchObject({
      ...{ about: { kind: 'touchpoint', id: cardId, name: 'Decides the claim' }, text: '' },
      by: { organisation: 'Broker', person: '' },
    })
    expect(JSON.stringify(await inboxOf(insurer))).not.toContain('SECRET')
    for (const nobody of [broker, bank]) expect(await withdrawn(nobody)).toEqual([])
    expect(JSON.stringify(await inboxOf(bank))).not.toContain(id)
    await change({ type: 'perspective.remove', id })
  })

  it('is told to everybody on the map who could see it, also when it is deleted', async () => {
    const { insurer, bank, broker } = scene
    const id = await sharedView('map')
    await change({ type: 'perspective.remove', id })
    for (const reader of [insurer, bank]) expect(await withdrawn(reader)).toHaveLength(1)
    expect(await withdrawn(broker)).toEqual([])
  })

  it('is told only to those who lose it', async () => {
    const { insurer, bank } = scene
    const id = await sharedView('map')
    await change({ type: 'perspective.share', id, with: { organisationIds: [bank.organisationId] } })
    expect(await withdrawn(insurer)).toHaveLength(1)
    expect(await withdrawn(bank)).toEqual([])
    await change({ type: 'perspective.remove', id })
  })

  it('of two organisations is two lines', async () => {
    const { insurer, broker, bank, ecosystemId, cardId } = scene
    const views = [broker, bank].map((actor) => ({ actor, id: randomUUID() }))
    const target = { targetKind: 'touchpoint', targetId: cardId } as const
    for (const { actor, id } of views) {
      await actor.edit(ecosystemId, { type: 'perspective.add', id, ...target, performance: 3 })
      const sharing = { organisationIds: [insurer.organisationId] }
      await actor.edit(ecosystemId, { type: 'perspective.share', id, with: sharing })
      await actor.edit(ecosystemId, { type: 'perspective.share', id, with: 'organisation' })
    }
    const told = (await withdrawn(insurer)).map(({ by }) => by.organisation)
    expect(told.sort()).toEqual(['Bank', 'Broker'])
  })

  it('is no news of a view that was never shared', async () => {
    const { broker, insurer, bank, ecosystemId, cardId } = scene
    const id = randomUUID()
    const target = { targetKind: 'touchpoint', targetId: cardId, onBehalfOf: 'customer' } as const
    await broker.edit(ecosystemId, { type: 'perspective.add', id, ...target, notes: 'NEVER-SHARED' })
    await change({ type: 'perspective.remove', id })
    for (const nobody of [insurer, bank]) expect(await withdrawn(nobody)).toEqual([])
  })
})
