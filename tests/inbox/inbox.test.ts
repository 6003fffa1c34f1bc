import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../support/world.ts'
import { colleagueOf, type InboxScene, inboxOf, openInboxScene } from './scene.ts'

let scene: InboxScene
beforeAll(async () => {
  scene = await openInboxScene()
})
afterAll(() => scene.world.close())

/** Everything is read, so that each test sees its own news. */
beforeEach(async () => {
  for (const actor of [scene.insurer, scene.broker, scene.bank]) await readAll(actor)
})

async function readAll(actor: Actor) {
  const { lines } = await inboxOf(actor)
  if (lines.length > 0) await actor.act('POST', '/api/inbox/read', { ids: lines.map(({ id }) => id) })
}

const unread = async (actor: Actor) => (await inboxOf(actor)).lines.filter(({ isRead }) => !isRead)
const kinds = async (actor: Actor) => (await unread(actor)).map(({ kind }) => kind)

/** The broker asks the insurer alone, calling it. */
async function secretThread(text = 'SECRET-QUESTION') {
  const { insurer, broker, ecosystemId, cardId } = scene
  const id = randomUUID()
  const answer = await broker.edit(ecosystemId, {
    ...{ type: 'comment.add', id, targetKind: 'touchpoint', targetId: cardId, text },
    mentions: [{ organisationId: insurer.organisationId }],
    with: { organisationIds: [insurer.organisationId] },
  })
  expect(answer).toMatchObject({ accepted: true })
  return id
}

describe('the inbox', () => {
  it('tells the mentioned organisation who said what, about what, on which map', async () => {
    await secretThread()
    const { insurer, ecosystemId, mapId, cardId } = scene
    const inbox = await inboxOf(insurer)
    expect(inbox.unread).toBe(1)
    expect(inbox.lines[0]).toMatchObject({
      ...{ kind: 'mentioned', isRead: false, ecosystemId, text: 'SECRET-QUESTION' },
      map: { id: mapId, name: 'Flood cover' },
      about: { kind: 'touchpoint', id: cardId, name: 'Decides the claim' },
      by: { organisation: 'Broker', person: 'First of Broker' },
    })
  })

  it('says which blind round somebody talks about, to whoever is called and asked there, and to nobody else', async () => {
    const { insurer, broker, bank, ecosystemId, mapId, cardId } = scene
    const [roundId, id, reply] = [randomUUID(), randomUUID(), randomUUID()]
    const round = { name: 'SECRET-ROUND', measures: ['performance' as const], touchpointIds: [cardId] }
    const asked = { askedOrganisationIds: [broker.organisationId] }
    const opened = await insurer.edit(ecosystemId, {
      type: 'round.open',
      id: roundId,
      mapId,
      ...round,
      ...asked,
    })
    expect(opened).toMatchObject({ accepted: true })
    const said = { type: 'comment.add', id, targetKind: 'map', targetId: mapId, roundId } as const
    const toInsurer = { mentions: [insurer], with: { organisationIds: [insurer.organisationId] } }
    const answer = await broker.edit(ecosystemId, { ...said, text: 'SECRET-WORD', ...toInsurer })
    expect(answer).toMatchObject({ accepted: true })
    const [line] = await unread(insurer)
    expect(line).toMatchObject({
      ...{ kind: 'mentioned', map: { id: mapId, name: 'Flood cover' }, text: 'SECRET-WORD' },
      about: { kind: 'map', id: mapId, name: 'SECRET-ROUND' },
    })
    await insurer.edit(ecosystemId, { type: 'comment.reply', id: reply, replyToId: id, text: 'SECRET-REPLY' })
    expect((await unread(broker))[0]).toMatchObject({ kind: 'replied', about: { name: 'SECRET-ROUND' } })
    const guess = await bank.edit(ecosystemId, { ...said, id: randomUUID(), text: 'And?' })
    expect(guess).toMatchObject({ accepted: false, error: { code: 'edit.notFound' } })
    const everything = JSON.stringify([await inboxOf(bank), await bank.pull(ecosystemId)])
    expect(everything).not.toMatch(/SECRET/)
    expect(everything).not.toContain(roundId)
  })

  it('tells a third organisation nothing: no line, no count, no row, no difference in a refusal', async () => {
    const id = await secretThread('SECRET-TO-BANK')
    const { bank, broker, insurer, ecosystemId } = scene
    expect(await inboxOf(bank)).toMatchObject({ unread: 0 })
    const everything = JSON.stringify([await inboxOf(bank), await bank.pull(ecosystemId)])
    expect(everything).not.toMatch(/SECRET/)
    expect(everything).not.toContain(id)
    const tryReply = (replyToId: string) =>
      bank.edit(ecosystemId, { type: 'comment.reply', id: randomUUID(), replyToId, text: 'Hello?' })
    const [real, made] = [await tryReply(id), await tryReply(randomUUID())]
    expect({ ...real, number: 0 }).toEqual({ ...made, number: 0 })
    // The two sides do hold it, so the search above would find it.
    for (const one of [broker, insurer])
      expect(JSON.stringify(await one.pull(ecosystemId))).toContain('SECRET-TO-BANK')
  })

  it('forgets a line when its thread is narrowed, and remembers it when it is shared again', async () => {
    const { broker, insurer, bank, ecosystemId, mapId, cardId } = scene
    const id = randomUUID()
    const mentions = [bank, insurer].map(({ organisationId }) => ({ organisationId }))
    const target = { targetKind: 'touchpoint', targetId: cardId } as const
    await broker.edit(ecosystemId, {
      type: 'comment.add',
      id,
      ...target,
      text: 'To all',
      mentions,
      with: 'map',
    })
    expect(await kinds(bank)).toEqual(['mentioned'])
    const { cursor } = await bank.pull(ecosystemId)
    const share = (organisationIds: string[]) =>
      broker.edit(ecosystemId, { type: 'comment.share', id, with: { organisationIds } })
    await share([insurer.organisationId])
    expect(await inboxOf(bank)).toMatchObject({ unread: 0 })
    expect(JSON.stringify(await inboxOf(bank))).not.toContain('To all')
    expect((await bank.pull(ecosystemId, cursor)).gone).toContainEqual({
      kind: 'comment',
      id,
      deleted: false,
    })
    expect(await kinds(insurer)).toEqual(['mentioned'])
    await broker.edit(ecosystemId, { type: 'comment.share', id, with: 'map' })
    expect(await kinds(bank)).toEqual(['mentioned'])
    expect((await unread(bank))[0]!.map?.id).toBe(mapId)
  })

  it('refuses to call somebody outside the thread, and calls nobody by a wrong pair', async () => {
    const { broker, insurer, bank, ecosystemId, cardId } = scene
    const add = { type: 'comment.add', targetKind: 'touchpoint', targetId: cardId, text: '@Bank' } as const
    const withInsurer = { organisationIds: [insurer.organisationId] }
    const outside = await broker.edit(ecosystemId, {
      ...{ ...add, id: randomUUID(), with: withInsurer },
      mentions: [{ organisationId: bank.organisationId }],
    })
    expect(outside).toMatchObject({ accepted: false, error: { field: 'mentions' } })
    const wrongPair = await broker.edit(ecosystemId, {
      ...{ ...add, id: randomUUID(), with: withInsurer },
      mentions: [{ organisationId: insurer.organisationId, personId: bank.personId }],
    })
    expect(wrongPair).toMatchObject({ accepted: true })
    expect(await kinds(bank)).toEqual([])
  })

  it('tells those who spoke in a thread of a reply, once until they read it, and never who replied', async () => {
    const { broker, insurer, ecosystemId } = scene
    const replyToId = await secretThread()
    await readAll(insurer)
    for (const text of ['We do.', 'Since May.'])
      await insurer.edit(ecosystemId, { type: 'comment.reply', id: randomUUID(), replyToId, text })
    expect(await kinds(broker)).toEqual(['replied', 'replied'])
    expect(await kinds(insurer)).toEqual([])
  })

  it('writes a line once however often the edit is sent', async () => {
    const { broker, bank, ecosystemId, cardId } = scene
    const add = {
      ...{ type: 'comment.add', id: randomUUID(), targetKind: 'touchpoint', targetId: cardId, with: 'map' },
      ...{ text: '@Bank', mentions: [{ organisationId: bank.organisationId, personId: null }] },
    }
    const edits = [{ clientId: randomUUID(), number: 1, version: 1, actions: [add] }]
    for (let sent = 0; sent < 3; sent++)
      await broker.act('POST', `/api/ecosystems/${ecosystemId}/edits`, { edits })
    expect(await kinds(bank)).toEqual(['mentioned'])
  })

  it('writes a line with its edit or not at all, also when the edit beside it cannot be stored', async () => {
    const { world, broker, insurer, bank, ecosystemId, cardId } = scene
    const target = { targetKind: 'touchpoint', targetId: cardId } as const
    const taken = randomUUID()
    await insurer.edit(ecosystemId, { type: 'comment.add', id: taken, ...target, text: 'Ours' })
    const id = randomUUID()
    const add = (rowId: string) => ({
      ...{ type: 'comment.add', id: rowId, ...target, text: '@Bank', with: 'map' },
      mentions: [{ organisationId: bank.organisationId, personId: null }],
    })
    const clientId = randomUUID()
    const edits = [id, taken].map((rowId, index) => ({
      ...{ clientId, number: index + 1, version: 1, actions: [add(rowId)] },
    }))
    const { body } = await broker.act<{ answers: { accepted: boolean }[] }>(
      'POST',
      `/api/ecosystems/${ecosystemId}/edits`,
      { edits },
    )
    expect(body.answers.map(({ accepted }) => accepted)).toEqual([true, false])
    const lines = await world.services.door.asSystem('count lines in a test', (tx) =>
      tx.execute<{ row_id: string }>(
        `select row_id from news where person_id = '${bank.personId}' and row_id in ('${id}', '${taken}')`,
      ),
    )
    expect(lines.map((line) => line.row_id)).toEqual([id])
  })

  it('tells of proposals and of what was decided, of signatures that fell, and of views shared by name', async () => {
    const { broker, insurer, bank, ecosystemId, cardId, linkId, lanes, stageId } = scene
    const [card, view] = [randomUUID(), randomUUID()]
    await broker.edit(ecosystemId, {
      ...{ type: 'touchpoint.add', id: card, laneId: lanes.insurer, stageId, rank: 'a5', name: 'Phones' },
    })
    expect((await unread(insurer))[0]).toMatchObject({
      ...{ kind: 'proposed', about: { id: card, name: 'Phones' }, by: { organisation: 'Broker' } },
    })
    await insurer.edit(ecosystemId, { type: 'touchpoint.decide', id: card, accept: true })
    expect((await unread(broker))[0]).toMatchObject({ kind: 'decided', outcome: 'yes' })
    expect(await inboxOf(insurer)).toMatchObject({ unread: 0 })
    expect(await kinds(insurer)).toEqual([])
    await readAll(broker)

    const terms = { passes: 'decision', channel: null, trigger: '', expectedMinutes: null, acceptance: '' }
    await broker.edit(ecosystemId, { type: 'handoff.confirm', confirmationId: randomUUID(), linkId, terms })
    await insurer.edit(ecosystemId, { type: 'link.change', id: linkId, fields: { expectedMinutes: 60 } })
    expect((await unread(broker))[0]).toMatchObject({
      ...{ kind: 'agreementChanged', about: { kind: 'link', id: linkId, name: 'decision' } },
    })
    await readAll(insurer)
    await broker.edit(ecosystemId, {
      ...{ type: 'handoff.dispute', confirmationId: randomUUID(), linkId, note: 'Six days.' },
    })
    expect(await kinds(insurer)).toEqual(['agreementChanged'])
    await readAll(insurer)

    await broker.edit(
      ecosystemId,
      { type: 'perspective.add', id: view, targetKind: 'touchpoint', targetId: cardId, notes: 'OUR-NOTE' },
      { type: 'perspective.share', id: view, with: { organisationIds: [insurer.organisationId] } },
    )
    expect(await kinds(insurer)).toEqual(['shared'])
    await broker.edit(ecosystemId, { type: 'perspective.share', id: view, with: 'organisation' })
    expect(await kinds(insurer)).toEqual(['withdrawn'])
    expect(await kinds(bank)).toEqual([])
  })

  it('is one’s own: another organisation’s person marks and reads nothing of it', async () => {
    const { broker, insurer } = scene
    await secretThread()
    const ids = (await unread(insurer)).map(({ id }) => id)
    await broker.act('POST', '/api/inbox/read', { ids })
    expect(await kinds(insurer)).toEqual(['mentioned'])
    await readAll(insurer)
    expect(await inboxOf(insurer)).toMatchObject({ unread: 0 })
  })

  it('calls admins and editors of an organisation, a viewer only by name, and nobody who was removed', async () => {
    const { broker, insurer, ecosystemId, cardId } = scene
    const viewer = await colleagueOf(scene, insurer, { email: 'vera@insurer.example', role: 'viewer' })
    const editor = await colleagueOf(scene, insurer, { email: 'ed@insurer.example' })
    await secretThread()
    expect(await kinds(editor)).toEqual(['mentioned'])
    expect(await kinds(viewer)).toEqual([])
    const { organisationId } = insurer
    await broker.edit(ecosystemId, {
      ...{ type: 'comment.add', id: randomUUID(), targetKind: 'touchpoint', targetId: cardId, text: '@Vera' },
      ...{ mentions: [{ organisationId, personId: viewer.personId }], with: 'map' },
    })
    expect(await kinds(viewer)).toEqual(['mentioned'])
    expect(await kinds(editor)).toEqual(['mentioned'])
    await insurer.act('DELETE', `/api/organisations/${organisationId}/members/${editor.personId}`)
    expect(await editor.act('GET', '/api/inbox')).toMatchObject({ status: 404 })
  })
})
