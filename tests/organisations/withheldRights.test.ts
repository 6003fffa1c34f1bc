// An organisation's admins say, person by person, who may share and who may confirm; it counts from the next request.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import type {
  ColleagueInvitationAnswer,
  MemberAnswer,
  RightChangeAnswer,
} from '../../shared/accounts/organisations.ts'
import { sayRightChange } from '../../shared/accounts/rightChange.ts'
import { standingHeader } from '../../shared/accounts/roles.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { EditsResponse } from '../../shared/edits/exchange.ts'
import { sayNews } from '../../shared/inbox/sayNews.ts'
import { colleagueOf, type InboxScene, inboxOf, openInboxScene } from '../inbox/scene.ts'
import type { Actor } from '../support/world.ts'

let scene: InboxScene
let cem: Actor
let memberPath: string
beforeAll(async () => {
  scene = await openInboxScene()
  const { insurer } = scene
  cem = await colleagueOf(scene, insurer, { email: 'cem@insurer.example', withheld: ['confirm', 'share'] })
  memberPath = `/api/organisations/${insurer.organisationId}/members/${cem.personId}`
})
afterAll(() => scene.world.close())

const keepFrom = async (withheld: string[]) =>
  (await scene.insurer.act('PATCH', memberPath, { withheld })).status

let edits = 0
/** From a page of Cem's own. */
async function edit(action: ActionInput) {
  const one = { clientId: cem.personId, number: ++edits, version: 1, actions: [action] }
  const path = `/api/ecosystems/${scene.ecosystemId}/edits`
  return (await cem.act<EditsResponse>('POST', path, { edits: [one] })).body.answers[0]
}

const sign = () =>
  edit({
    ...{ type: 'handoff.dispute', confirmationId: randomUUID(), linkId: scene.linkId },
    note: 'It takes a week.',
  })

const share = async () => {
  const id = randomUUID()
  const view = { targetKind: 'touchpoint', targetId: scene.cardId, performance: 3 } as const
  await edit({ type: 'perspective.add', id, ...view })
  const answer = await edit({ type: 'perspective.share', id, with: 'map' })
  await edit({ type: 'perspective.remove', id })
  return answer
}

const standing = async (actor: Actor) =>
  (await actor.act('GET', `/api/ecosystems/${scene.ecosystemId}/changes`)).headers.get(standingHeader)

describe('a colleague from whom a right is withheld', () => {
  it('was invited so, and finds it beside the role with the names of those to ask', async () => {
    const { body } = await cem.act<AccountAnswer>('GET', '/api/account')
    const { name } = (await scene.insurer.act<AccountAnswer>('GET', '/api/account')).body.person
    expect(body.memberships).toMatchObject([
      { role: 'editor', withheld: ['confirm', 'share'], admins: [name] },
    ])
    const path = `/api/organisations/${scene.insurer.organisationId}/members`
    const members = (await cem.act<MemberAnswer[]>('GET', path)).body
    const kept = Object.fromEntries(members.map(({ personId, withheld }) => [personId, withheld]))
    expect(kept).toEqual({ [scene.insurer.personId]: [], [cem.personId]: ['confirm', 'share'] })
  })

  it('is refused by the server, told whom to ask, and edits all the same', async () => {
    const { name } = (await scene.insurer.act<AccountAnswer>('GET', '/api/account')).body.person
    for (const attempt of [sign, share]) {
      const answer = await attempt()
      expect(answer).toMatchObject({ accepted: false, error: { code: 'edit.notAllowed' } })
      expect(JSON.stringify(answer)).toContain(`Ask an admin of your organisation: ${name}.`)
    }
    const renamed = { type: 'touchpoint.change', id: scene.cardId, fields: { name: 'Decides' } } as const
    expect(await edit(renamed)).toMatchObject({ accepted: true })
  })

  it('is given it and loses it from the next request on, and every answer says so to an open page', async () => {
    expect(await standing(cem)).toBe('editor -confirm -share')
    expect(await keepFrom(['share'])).toBe(204)
    expect(await standing(cem)).toBe('editor -share')
    expect(await share()).toMatchObject({ accepted: false })
    expect(await sign()).not.toMatchObject({ error: { code: 'edit.notAllowed' } })
    expect(await keepFrom([])).toBe(204)
    expect(await share()).toMatchObject({ accepted: true })
    expect(await keepFrom(['share', 'confirm'])).toBe(204)
    expect(await share()).toMatchObject({ accepted: false })
  })

  it('gives it to nobody, not even to oneself', async () => {
    expect((await cem.act('PATCH', memberPath, { withheld: [] })).status).toBe(404)
    expect(await standing(cem)).toBe('editor -confirm -share')
  })

  it('is nobody another organisation knows of or decides about', async () => {
    const { broker, insurer, ecosystemId } = scene
    const account = (await insurer.act<AccountAnswer>('GET', '/api/account')).body
    expect((await broker.act('PATCH', memberPath, { withheld: [] })).status).toBe(404)
    for (const path of ['/api/account', `/api/ecosystems/${ecosystemId}/changes`]) {
      const { body } = await broker.act('GET', path)
      expect(JSON.stringify(body)).not.toContain(account.person.name)
      expect(JSON.stringify(body)).not.toContain('withheld":["')
    }
  })

  it('has both as an admin, and is without them again as an editor', async () => {
    const change = (body: object) => scene.insurer.act('PATCH', memberPath, body)
    expect((await change({ role: 'admin' })).status).toBe(204)
    expect(await share()).toMatchObject({ accepted: true })
    expect((await change({ role: 'editor' })).status).toBe(204)
    expect(await share()).toMatchObject({ accepted: false })
    expect((await change({})).status).toBe(400)
    expect((await change({ withheld: ['fly'] })).status).toBe(400)
  })
})

it('a pending invitation says what it will keep from whoever follows it', async () => {
  const path = `/api/organisations/${scene.insurer.organisationId}/invitations`
  const email = 'dora@insurer.example'
  await scene.insurer.act('POST', path, { email, role: 'editor', withheld: ['confirm'] })
  await scene.insurer.act('POST', path, { email: 'eli@insurer.example', role: 'editor' })
  const { body } = await scene.insurer.act<ColleagueInvitationAnswer[]>('GET', path)
  expect(Object.fromEntries(body.map((one) => [one.email, one.withheld]))).toEqual({
    [email]: ['confirm'],
    'eli@insurer.example': [],
  })
})

describe('a change of somebody’s rights', () => {
  const toldIn = async (actor: Actor) => (await inboxOf(actor)).lines.filter(({ kind }) => kind === 'rights')
  const historyPath = () => `/api/organisations/${scene.insurer.organisationId}/right-changes`
  const history = async (actor: Actor) => {
    const { status, body } = await actor.act<RightChangeAnswer[]>('GET', historyPath())
    return {
      status,
      said: status === 200 ? body.map(({ by, person, change }) => sayRightChange(by, person, change)) : [],
    }
  }

  it('is told the person in the inbox, in plain words, until it is read, and stands in the history of all of them', async () => {
    const { insurer } = scene
    const admin = (await insurer.act<AccountAnswer>('GET', '/api/account')).body.person.name
    await keepFrom(['share', 'confirm'])
    const earlier = await toldIn(cem)
    await cem.act('POST', '/api/inbox/read', { ids: [...earlier.map(({ id }) => id), randomUUID()] })
    const { unread } = await inboxOf(cem)
    await keepFrom(['share'])
    expect((await inboxOf(cem)).unread).toBe(unread + 1)
    const [line] = await toldIn(cem)
    expect(line).toMatchObject({ isRead: false, about: { kind: 'organisation', name: 'Insurer' } })
    expect(sayNews(line!)).toBe(`${admin} lets you confirm handoffs now`)
    await keepFrom(['share'])
    expect(await toldIn(cem)).toHaveLength(earlier.length + 1)
    await insurer.act('PATCH', memberPath, { role: 'viewer', withheld: ['share', 'confirm'] })
    const words = `${admin} made you a viewer, and no longer lets you confirm handoffs`
    expect((await toldIn(cem)).map(sayNews)[0]).toBe(words)
    const { said } = await history(cem)
    expect(said.slice(0, 2)).toEqual([
      `${admin} made cem a viewer, and no longer lets cem confirm handoffs`,
      `${admin} lets cem confirm handoffs now`,
    ])
    expect(await history(insurer)).toEqual({ status: 200, said })
    await cem.act('POST', '/api/inbox/read', { ids: (await toldIn(cem)).map(({ id }) => id) })
    expect((await inboxOf(cem)).unread).toBe(unread)
    await insurer.act('PATCH', memberPath, { role: 'editor' })
  })

  it('is no news for whoever made it, for a colleague or for another organisation, which does not find it', async () => {
    const { insurer, broker, world } = scene
    const beside = await colleagueOf({ world }, insurer, { email: 'dora@insurer.example' })
    await keepFrom([])
    for (const actor of [insurer, beside, broker]) expect(await toldIn(actor)).toEqual([])
    expect(JSON.stringify(await inboxOf(broker))).not.toContain('cem')
    expect(await history(broker)).toEqual({ status: 404, said: [] })
    const line = (await toldIn(cem))[0]!
    await broker.act('POST', '/api/inbox/read', { ids: [line.id] })
    expect((await toldIn(cem))[0]).toEqual(line)
  })
})
