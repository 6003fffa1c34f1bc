// A map one follows: one line made of what its reader sees at that moment, in the inbox and in a letter.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { mapFollowers } from '../../api/database/tables/inbox.ts'
import { readMapChanges } from '../../api/inbox/mapChanges.ts'
import type { FollowingAnswer } from '../../shared/inbox/answers.ts'
import { sayChanges } from '../../shared/inbox/mapChanges.ts'
import { partOf } from '../support/smtpServer.ts'
import type { Actor } from '../support/world.ts'
import { day, openPost } from './post.ts'
import { colleagueOf, type InboxScene, inboxOf, openInboxScene } from './scene.ts'

let scene: InboxScene

beforeAll(async () => {
  scene = await openInboxScene()
})
afterAll(() => scene.world.close())
beforeEach(async () => {
  await asSystem('delete from map_followers')
  await asSystem('delete from news')
})

const asSystem = (statement: string) =>
  scene.world.services.door.asSystem('prepare a test', (tx) => tx.execute(statement))
const path = () => `/api/maps/${scene.mapId}/following`
const follow = (actor: Actor, follows = true) => actor.act('PUT', path(), { follows })
const followingOf = async (actor: Actor) => (await actor.act<FollowingAnswer>('GET', path())).body
const told = async (actor: Actor) =>
  (await inboxOf(actor)).lines.filter(({ kind }) => kind === 'changed').map(({ changes }) => changes!.counts)

async function card(by: Actor, laneId: string, name: string) {
  const { ecosystemId, stageId } = scene
  const add = {
    type: 'touchpoint.add',
    id: randomUUID() as string,
    laneId,
    stageId,
    rank: 'a3',
    name,
  } as const
  expect(await by.edit(ecosystemId, add)).toMatchObject({ accepted: true })
  return add.id
}

async function privateView(by: Actor, cardId = scene.cardId) {
  const { ecosystemId } = scene
  const id = randomUUID() as string
  const target = { targetKind: 'touchpoint', targetId: cardId, notes: 'SECRET' } as const
  expect(await by.edit(ecosystemId, { type: 'perspective.add', id, ...target })).toMatchObject({
    accepted: true,
  })
  return id
}

async function privateComment(by: Actor) {
  const place = { targetKind: 'touchpoint', targetId: scene.cardId } as const
  const said = { text: 'SECRET', with: 'organisation' } as const
  const add = { type: 'comment.add', id: randomUUID() as string, ...place, ...said } as const
  expect(await by.edit(scene.ecosystemId, add)).toMatchObject({ accepted: true })
}

it('is off until one asks for it, also for who organises and who accepted an invitation', async () => {
  const { insurer, broker, lanes } = scene
  await card(broker, lanes.broker, 'Phones')
  for (const actor of [insurer, broker]) {
    expect(await followingOf(actor)).toEqual({ follows: false, ownFollowers: 0 })
    expect(await told(actor)).toEqual([])
  }
})

it('sums up in one line what others changed since, each object once, and is read by a click until more comes', async () => {
  const { insurer, broker, bank, lanes, ecosystemId, cardId, linkId } = scene
  await follow(bank)
  await follow(bank)
  const added = await card(broker, lanes.broker, 'Writes')
  await broker.edit(ecosystemId, { type: 'touchpoint.change', id: added, fields: { name: 'Writes at once' } })
  await insurer.edit(ecosystemId, { type: 'link.change', id: linkId, fields: { trigger: 'At noon' } })
  await insurer.edit(ecosystemId, {
    ...{ type: 'mark.add', id: randomUUID(), targetKind: 'touchpoint', targetId: cardId, kind: 'pain' },
    with: 'map',
  })
  await card(bank, lanes.bank, 'Our own')
  const inbox = await inboxOf(bank)
  expect(inbox).toMatchObject({ unread: 1, lines: [{ kind: 'changed', isRead: false }] })
  expect(inbox.lines[0]).toMatchObject({ map: { name: 'Flood cover' }, about: { kind: 'map' } })
  expect(await told(bank)).toEqual([
    [
      { thing: 'touchpoint', count: 1 },
      { thing: 'handoff', count: 1 },
      { thing: 'mark', count: 1 },
    ],
  ])
  await bank.act('POST', '/api/inbox/read', { ids: [inbox.lines[0]!.id] })
  expect(await inboxOf(bank)).toMatchObject({ unread: 0 })
  await card(broker, lanes.broker, 'Waits')
  expect(await inboxOf(bank)).toMatchObject({ unread: 1 })
  await follow(bank, false)
  expect(await inboxOf(bank)).toMatchObject({ unread: 0, lines: [] })
})

it('counts nothing its reader does not see when reading, where whoever wrote it has it counted', async () => {
  const { broker, bank, world, lanes, ecosystemId } = scene
  await follow(bank)
  const hidden = await privateView(broker)
  await privateComment(broker)
  expect(await inboxOf(bank)).toMatchObject({ unread: 0, lines: [] })
  const id = randomUUID() as string
  const thread = { type: 'comment.add', id, targetKind: 'touchpoint', targetId: scene.cardId } as const
  await broker.edit(ecosystemId, { ...thread, text: 'To all', with: 'map' })
  await card(broker, lanes.broker, 'For all')
  expect(await told(bank)).toEqual([
    [
      { thing: 'touchpoint', count: 1 },
      { thing: 'comment', count: 1 },
    ],
  ])
  // What was there for all and is narrowed is not counted any more.
  await broker.edit(ecosystemId, { type: 'comment.share', id, with: 'organisation' })
  const narrowed = (await broker.pull(ecosystemId)).rows.find(({ row }) => row.id === id)
  expect(narrowed!.row.audience).not.toContain(`map:${scene.mapId}`)
  expect(await told(bank)).toEqual([[{ thing: 'touchpoint', count: 1 }]])
  const everything = JSON.stringify(await inboxOf(bank))
  expect(everything).not.toContain(hidden)
  expect(everything).not.toContain('SECRET')
  const [followed] = await world.services.door.asSystem('look in a test', (tx) =>
    tx.select().from(mapFollowers),
  )
  const span = { from: followed!.since, until: new Date(Date.now() + day) }
  const brokers = { personId: bank.personId, organisationId: broker.organisationId }
  const ofBroker = await world.services.door.asViewer({ ...brokers, personId: broker.personId }, (tx) =>
    readMapChanges(tx, followed!, bank.personId, span),
  )
  // Read as whoever wrote them, the view and both comments are counted: the filter is what keeps them from the bank.
  expect(ofBroker!.changes!.counts).toEqual([
    { thing: 'touchpoint', count: 1 },
    { thing: 'view', count: 1 },
    { thing: 'comment', count: 2 },
  ])
})

it('counts a view from when its reader may see it, and tells nobody with whom else it is shared', async () => {
  const { insurer, broker, bank, ecosystemId } = scene
  await follow(insurer)
  await follow(bank)
  const id = await privateView(broker, scene.otherCardId)
  const share = async (sharing: 'map' | 'organisation' | { organisationIds: string[] }) =>
    expect(await broker.edit(ecosystemId, { type: 'perspective.share', id, with: sharing })).toMatchObject({
      accepted: true,
    })
  const readAll = async (actor: Actor) => {
    const { lines } = await inboxOf(actor)
    if (lines.length > 0) await actor.act('POST', '/api/inbox/read', { ids: lines.map((line) => line.id) })
  }
  const unread = async (actor: Actor) =>
    (await inboxOf(actor)).lines.filter(({ kind, isRead }) => kind === 'changed' && !isRead).length
  const oneView = [[{ thing: 'view', count: 1 }]]
  await share({ organisationIds: [insurer.organisationId] })
  expect(await told(insurer)).toEqual(oneView)
  expect(await told(bank)).toEqual([])
  // The insurer saw it before: that others see it too, or no more, is nothing to it.
  await readAll(insurer)
  await share({ organisationIds: [insurer.organisationId, bank.organisationId] })
  expect(await told(bank)).toEqual(oneView)
  await share({ organisationIds: [insurer.organisationId] })
  expect(await unread(insurer)).toBe(0)
  expect(await told(bank)).toEqual([])
  await share('map')
  expect(await told(bank)).toEqual(oneView)
  expect(await unread(insurer)).toBe(1)
  await share('organisation')
  for (const nobody of [insurer, bank]) expect(await told(nobody)).toEqual([])
})

it('is not there for who takes no part, nor says how many of another organisation follow', async () => {
  const { insurer, broker, world } = scene
  const colleague = await colleagueOf(scene, broker, { email: `reader-${randomUUID()}@broker.example` })
  await follow(broker)
  await follow(colleague)
  expect(await followingOf(broker)).toEqual({ follows: true, ownFollowers: 2 })
  expect(await followingOf(insurer)).toEqual({ follows: false, ownFollowers: 0 })
  const stranger = await world.actor('Stranger')
  const [real, made] = [path(), `/api/maps/${randomUUID()}/following`]
  for (const method of ['GET', 'PUT']) {
    const answers = await Promise.all(
      [real, made].map((one) => stranger.act(method, one, method === 'PUT' ? { follows: true } : undefined)),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect(answers[0]!.body).toEqual(answers[1]!.body)
  }
})

it('comes in the letter of its reader’s rhythm, once, made of what they see when it is sent', async () => {
  const { broker, bank, lanes } = scene
  const post = await openPost(scene)
  const { send } = post
  try {
    await follow(bank)
    await privateComment(broker)
    await Promise.all([send(), send()])
    expect(post.received).toEqual([])
    await card(broker, lanes.broker, 'SECRET-NAME')
    post.nextDay()
    await asSystem(`update map_followers set mailed_until = since`)
    await Promise.all([send(), send(), send()])
    await send()
    const [letter, ...more] = post.lettersTo(bank)
    expect(more).toEqual([])
    const text = partOf(letter!.source, 'text/plain')
    expect(text).toMatch(/1 change since .*: 1 touchpoint: Flood cover\./)
    expect(text).not.toContain('SECRET')
    post.nextDay()
    await send()
    expect(post.lettersTo(bank)).toHaveLength(1)
  } finally {
    post.close()
  }
})

it('is said in one sentence', () => {
  const counts = [
    { thing: 'touchpoint', count: 4 },
    { thing: 'handoff', count: 1 },
    { thing: 'mark', count: 2 },
  ] as const
  const since = '2027-03-01T06:00:00.000Z'
  const say = (now: string) => sayChanges({ since, counts: [...counts] }, new Date(now))
  expect(say('2027-03-04T12:00:00Z')).toBe('7 changes since Monday: 4 touchpoints, 1 handoff, 2 marks')
  expect(say('2027-03-01T12:00:00Z')).toContain('since this morning')
  expect(say('2027-03-20T12:00:00Z')).toContain('since 1 March')
})
