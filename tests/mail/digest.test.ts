// The daily letter, over a real SMTP server: who gets one, once, and what it never says.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lastMorning, periodStart } from '../../api/inbox/periods.ts'
import { day, openPost, type Post } from '../inbox/post.ts'
import { colleagueOf, type InboxScene, inboxOf, openInboxScene } from '../inbox/scene.ts'
import { partOf } from '../support/smtpServer.ts'
import type { Actor } from '../support/world.ts'

let scene: InboxScene
let post: Post

beforeAll(async () => {
  scene = await openInboxScene()
  post = await openPost(scene)
})
afterAll(async () => {
  post.close()
  await scene.world.close()
})
beforeEach(async () => {
  post.nextDay()
  for (const actor of [scene.insurer, scene.broker, scene.bank]) {
    const { lines } = await inboxOf(actor)
    if (lines.length > 0) await actor.act('POST', '/api/inbox/read', { ids: lines.map(({ id }) => id) })
  }
  post.received.length = 0
})

const send = () => post.send()

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
    expect(post.receivers()).toEqual([insurer.email])
    const { source } = post.received[0]!
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
    expect(post.receivers()).toEqual([insurer.email])
    post.nextDay()
    await send()
    expect(post.receivers()).toEqual([insurer.email])
  })

  it('does not come for what was read, nor to whoever wants none', async () => {
    const { broker, insurer, bank } = scene
    await call(broker, insurer)
    const { lines } = await inboxOf(insurer)
    await insurer.act('POST', '/api/inbox/read', { ids: lines.map(({ id }) => id) })
    await bank.act('PUT', '/api/inbox/digest', { digest: 'never' })
    await call(broker, bank)
    await send()
    expect(post.receivers()).toEqual([])
    await bank.act('PUT', '/api/inbox/digest', { digest: 'daily' })
    await send()
    expect(post.receivers()).toEqual([bank.email])
  })

  it('names nothing that was narrowed before it is sent, and comes later when it is shared again', async () => {
    const { broker, bank, insurer, ecosystemId } = scene
    const id = await call(broker, bank, { withAll: true })
    const share = (choice: object | string) =>
      broker.edit(ecosystemId, { type: 'comment.share', id, with: choice as 'map' })
    await share({ organisationIds: [insurer.organisationId] })
    await send()
    expect(post.receivers()).toEqual([])
    await share('map')
    post.nextDay()
    await send()
    expect(post.receivers()).toEqual([bank.email])
  })

  it('does not come to a person who was removed, nor to an address nobody confirmed', async () => {
    const { broker, insurer } = scene
    const eve = await colleagueOf(scene, insurer, { email: 'eve@insurer.example' })
    await call(broker, eve, { withAll: true })
    await send()
    expect(post.receivers()).toEqual([])
    await post.confirmAddresses()
    await call(broker, insurer)
    await insurer.act('DELETE', `/api/organisations/${insurer.organisationId}/members/${eve.personId}`)
    await send()
    expect(post.receivers()).toEqual([insurer.email])
  })

  it('is tried again after the mail server refused it', async () => {
    const { broker, insurer } = scene
    await call(broker, insurer)
    post.behaviour.refuses = true
    await expect(send()).rejects.toThrow('no such mailbox')
    post.behaviour.refuses = false
    await send()
    expect(post.receivers()).toEqual([insurer.email])
  })

  it('sums up until six in the morning', () => {
    expect(lastMorning(new Date('2027-03-02T05:59:00Z'))).toEqual(new Date('2027-03-01T06:00:00Z'))
    expect(lastMorning(new Date('2027-03-02T06:00:00Z'))).toEqual(new Date('2027-03-02T06:00:00Z'))
  })

  it('comes on Mondays alone to whoever wants one a week, once from whichever instance', async () => {
    const { broker, bank } = scene
    await bank.act('PUT', '/api/inbox/digest', { digest: 'weekly' })
    post.now = new Date(periodStart('weekly', post.now).getTime() + 7 * day)
    await send()
    post.received.length = 0
    await scene.world.services.door.asSystem('let a week pass in a test', (tx) =>
      tx.execute('update news set mailed_at = null, at = now()'),
    )
    await call(broker, bank)
    await scene.world.services.door.asSystem('call in the middle of that week', (tx) =>
      tx.execute(
        `update news set at = '${new Date(post.now.getTime() + 2 * day).toISOString()}' where read_at is null`,
      ),
    )
    for (const days of [3, 4, 5, 6]) {
      post.now = new Date(periodStart('weekly', post.now).getTime() + days * day)
      await send()
    }
    expect(post.receivers()).toEqual([])
    post.now = new Date(periodStart('weekly', post.now).getTime() + 7 * day)
    await Promise.all([send(), send(), send()])
    await send()
    expect(post.receivers()).toEqual([bank.email])
    expect(partOf(post.received[0]!.source, 'text/plain')).toContain('at most one such letter a week')
    await bank.act('PUT', '/api/inbox/digest', { digest: 'daily' })
  })
})
