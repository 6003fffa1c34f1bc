// An offer to organise waits where whoever can answer it looks: in the inbox and in a letter, of the offered admins alone.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendDigests } from '../../api/inbox/digest.ts'
import type { Mail } from '../../api/mail/mailer.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Actor } from '../support/world.ts'
import { colleagueOf, type InboxScene, inboxOf, openInboxScene } from './scene.ts'

let scene: InboxScene
let editor: Actor
beforeAll(async () => {
  scene = await openInboxScene()
  editor = await colleagueOf(scene, scene.broker, { email: 'ed@broker.example' })
})
afterAll(() => scene.world.close())
beforeEach(async () => {
  for (const actor of everybody()) {
    const { lines } = await inboxOf(actor)
    if (lines.length > 0) await actor.act('POST', '/api/inbox/read', { ids: lines.map(({ id }) => id) })
  }
})

const everybody = () => [scene.insurer, scene.broker, scene.bank, editor]
const unread = async (actor: Actor) => (await inboxOf(actor)).lines.filter(({ isRead }) => !isRead)

async function did(actor: Actor, action: ActionInput) {
  expect(await actor.edit(scene.ecosystemId, action)).toMatchObject({ accepted: true })
}

async function offer(to: Actor = scene.broker): Promise<string> {
  const id = randomUUID()
  await did(scene.insurer, { type: 'handover.offer', id, toOrganisationId: to.organisationId })
  return id
}

describe('an offer to organise', () => {
  it('is one unread line of the admins it is made to, about the ecosystem, and goes when it is withdrawn', async () => {
    const { insurer, broker, ecosystemId } = scene
    const id = await offer()
    const inbox = await inboxOf(broker)
    expect(inbox.unread).toBe(1)
    expect(inbox.lines[0]).toMatchObject({
      ...{ kind: 'handoverOffered', isRead: false, map: null, text: '', row: { kind: 'handover', id } },
      about: { kind: 'ecosystem', id: ecosystemId, name: 'Cover' },
      by: { organisation: 'Insurer', person: 'Person 1' },
    })
    await did(insurer, { type: 'handover.withdraw', id })
    expect(await inboxOf(broker)).toMatchObject({ unread: 0 })
    expect(await unread(broker)).toEqual([])
  })

  it('reaches nobody else: no editor who could not answer, no third organisation, not whoever made it', async () => {
    const id = await offer()
    for (const nobody of [editor, scene.bank, scene.insurer]) expect(await unread(nobody)).toEqual([])
    for (const nobody of [editor, scene.bank, scene.insurer])
      expect(await inboxOf(nobody)).toMatchObject({ unread: 0 })
    expect(JSON.stringify(await inboxOf(scene.bank))).not.toContain(id)
    // The search finds it with whom it was made to.
    expect(JSON.stringify(await inboxOf(scene.broker))).toContain(id)
    await did(scene.insurer, { type: 'handover.withdraw', id })
  })

  it('comes by letter to whoever wants one, says where, and does not come once it is withdrawn', async () => {
    const { insurer, broker } = scene
    let days = 1
    const letters = async () => {
      const sent: Mail[] = []
      const mailer = { sends: true, send: async (mail: Mail) => void sent.push(mail), close() {} }
      const clock = () => new Date(Date.now() + days++ * 86_400_000)
      await sendDigests({ ...scene.world.services.accounts, mailer, clock })
      return sent
    }
    await scene.world.services.door.asSystem('confirm addresses in a test', (tx) =>
      tx.execute('update people set email_verified_at = now()'),
    )
    const withdrawn = await offer()
    await did(insurer, { type: 'handover.withdraw', id: withdrawn })
    expect(await letters()).toEqual([])
    const id = await offer()
    await broker.act('PUT', '/api/inbox/digest', { digest: 'never' })
    expect(await letters()).toEqual([])
    await broker.act('PUT', '/api/inbox/digest', { digest: 'daily' })
    const sent = await letters()
    expect(sent.map(({ to }) => to)).toEqual([broker.email])
    expect(JSON.stringify(sent)).toContain('Person 1 (Insurer) asks you to take over organising: Cover.')
    await did(insurer, { type: 'handover.withdraw', id })
  })

  it('that is declined tells whoever made it, and nobody else', async () => {
    const { insurer, broker, bank } = scene
    const id = await offer()
    await did(broker, { type: 'handover.decide', id, accept: false })
    expect(await unread(broker)).toEqual([])
    expect(await unread(insurer)).toMatchObject([
      { kind: 'handoverDecided', outcome: 'no', by: { organisation: 'Broker', person: '' }, map: null },
    ])
    for (const nobody of [editor, bank]) expect(await unread(nobody)).toEqual([])
  })

  it('that is accepted says so, and is not counted any more for whoever left the ecosystem then', async () => {
    const { insurer, broker, bank, ecosystemId } = scene
    const id = await offer()
    await did(broker, { type: 'handover.decide', id, accept: true })
    expect(await unread(broker)).toEqual([])
    expect(await unread(insurer)).toMatchObject([{ kind: 'handoverDecided', outcome: 'yes' }])
    expect(await unread(bank)).toEqual([])
    const places = (await insurer.pull(ecosystemId)).rows.flatMap(({ kind, row }) =>
      kind === 'participant' && row.organisationId === insurer.organisationId ? [row.id] : [],
    )
    for (const place of places) await did(insurer, { type: 'participant.leave', id: place })
    expect(await inboxOf(insurer)).toEqual({ unread: 0, lines: [] })
  })
})
