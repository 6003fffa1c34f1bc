// The daily letter, over a real SMTP server: who gets one, once, and what it never says.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendDigests } from '../../api/inbox/digest.ts'
import { lastMorning, periodStart } from '../../api/inbox/periods.ts'
import { createSmtpMailer } from '../../api/mail/smtpMailer.ts'
import { colleagueOf, type InboxScene, inboxOf, openInboxScene } from '../inbox/scene.ts'
import { partOf, startSmtpServer } from '../support/smtpServer.ts'
import type { Actor } from '../support/world.ts'

let scene: InboxScene
let server: Awaited<ReturnType<typeof startSmtpServer>>
let mailer: ReturnType<typeof createSmtpMailer>
const day = 86_400_000
/** Each test has mornings of its own. */
let now = new Date(Date.now() + day)

beforeAll(async () => {
  scene = await openInboxScene()
  server = await startSmtpServer()
  mailer = createSmtpMailer({ smtpUrl: server.url, publicUrl: 'https://interlane.example' })
  await confirmAddresses()
})
afterAll(async () => {
  mailer.close()
  server.stop()
  await scene.world.close()
})
beforeEach(async () => {
  now = new Date(now.getTime() + day)
  for (const actor of [scene.insurer, scene.broker, scene.bank]) {
    const { lines } = await inboxOf(actor)
    if (lines.length > 0) await actor.act('POST', '/api/inbox/read', { ids: lines.map(({ id }) => id) })
  }
  server.received.length = 0
})

const confirmAddresses = () =>
  scene.world.services.door.asSystem('confirm addresses in a test', (tx) =>
    tx.execute('update people set email_verified_at = now()'),
  )
const services = () => ({ ...scene.world.services.accounts, mailer, clock: () => now })
const send = () => sendDigests(services())
const receivers = () => server.received.flatMap(({ to }) => to).sort()

async function call(actor: Actor, called: Actor, { text = 'SECRET-WORDS', withAll = false } = {}) {
  const id = randomUUID()
  const answer = await actor.edit(scene.ecosystemId, {
    ...{ type: 'comment.add', id, targetKind: 'touchpoint', targetId: scene.cardId, text },
    mentions: [{ organisationId: called.organisationId, personId: called.personId }],
    with: withAll ? 'map' : { organisationIds: [called.organisationId] },
  })
  expect(answer).toMatchObject({ accepted: true })
  return id
}

describe('the daily letter', () => {
  it('says who calls to what and where to stop it, in both forms, and nothing of what was said', async () => {
    const { broker, insurer } = scene
    await call(broker, insurer)
    await send()
    expect(receivers()).toEqual([insurer.email])
    const { source } = server.received[0]!
    for (const type of ['text/plain', 'text/html']) {
      const part = partOf(source, type)
      expect(part).toContain('First of Broker (Broker) mentions you: Decides the claim, on Flood cover.')
      expect(part).toContain('/inbox')
      expect(part).toContain('/settings')
      expect(part).not.toContain('SECRET-WORDS')
    }
  })

  it('comes once a day, however often and from however many instances it is looked for', async () => {
    const { broker, insurer } = scene
    await call(broker, insurer)
    await Promise.all([send(), send(), send(), send()])
    await send()
    expect(receivers()).toEqual([insurer.email])
    now = new Date(now.getTime() + day)
    await send()
    expect(receivers()).toEqual([insurer.email])
  })

  it('does not come for what was read, nor to whoever wants none', async () => {
    const { broker, insurer, bank } = scene
    await call(broker, insurer)
    const { lines } = await inboxOf(insurer)
    await insurer.act('POST', '/api/inbox/read', { ids: lines.map(({ id }) => id) })
    await bank.act('PUT', '/api/inbox/digest', { digest: 'never' })
    await call(broker, bank)
    await send()
    expect(receivers()).toEqual([])
    await bank.act('PUT', '/api/inbox/digest', { digest: 'daily' })
    await send()
    expect(receivers()).toEqual([bank.email])
  })

  it('names nothing that was narrowed before it is sent, and comes later when it is shared again', async () => {
    const { broker, bank, insurer, ecosystemId } = scene
    const id = await call(broker, bank, { withAll: true })
    const share = (choice: object | string) =>
      broker.edit(ecosystemId, { type: 'comment.share', id, with: choice as 'map' })
    await share({ organisationIds: [insurer.organisationId] })
    await send()
    expect(receivers()).toEqual([])
    await share('map')
    now = new Date(now.getTime() + day)
    await send()
    expect(receivers()).toEqual([bank.email])
  })

  it('does not come to a person who was removed, nor to an address nobody confirmed', async () => {
    const { broker, insurer } = scene
    const eve = await colleagueOf(scene, insurer, { email: 'eve@insurer.example' })
    await call(broker, eve, { withAll: true })
    await send()
    expect(receivers()).toEqual([])
    await confirmAddresses()
    await call(broker, insurer)
    await insurer.act('DELETE', `/api/organisations/${insurer.organisationId}/members/${eve.personId}`)
    await send()
    expect(receivers()).toEqual([insurer.email])
  })

  it('is tried again after the mail server refused it', async () => {
    const { broker, insurer } = scene
    await call(broker, insurer)
    server.behaviour.refuses = true
    await expect(send()).rejects.toThrow('no such mailbox')
    server.behaviour.refuses = false
    await send()
    expect(receivers()).toEqual([insurer.email])
  })

  it('sums up until six in the morning', () => {
    expect(lastMorning(new Date('2027-03-02T05:59:00Z'))).toEqual(new Date('2027-03-01T06:00:00Z'))
    expect(lastMorning(new Date('2027-03-02T06:00:00Z'))).toEqual(new Date('2027-03-02T06:00:00Z'))
  })

  it('comes on Mondays alone to whoever wants one a week, once from whichever instance', async () => {
    const { broker, bank } = scene
    await bank.act('PUT', '/api/inbox/digest', { digest: 'weekly' })
    now = new Date(periodStart('weekly', now).getTime() + 7 * day)
    await send()
    server.received.length = 0
    await scene.world.services.door.asSystem('let a week pass in a test', (tx) =>
      tx.execute('update news set mailed_at = null, at = now()'),
    )
    await call(broker, bank)
    await scene.world.services.door.asSystem('call in the middle of that week', (tx) =>
      tx.execute(
        `update news set at = '${new Date(now.getTime() + 2 * day).toISOString()}' where read_at is null`,
      ),
    )
    for (const days of [3, 4, 5, 6]) {
      now = new Date(periodStart('weekly', now).getTime() + days * day)
      await send()
    }
    expect(receivers()).toEqual([])
    now = new Date(periodStart('weekly', now).getTime() + 7 * day)
    await Promise.all([send(), send(), send()])
    await send()
    expect(receivers()).toEqual([bank.email])
    expect(partOf(server.received[0]!.source, 'text/plain')).toContain('at most one such letter a week')
    await bank.act('PUT', '/api/inbox/digest', { digest: 'daily' })
  })
})
