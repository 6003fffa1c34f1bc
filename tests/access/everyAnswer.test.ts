// What the API says it answers, held against what it answers on every route.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Actor, asActor, createWorld, type World } from '../support/world.ts'
import { cases } from './routeCases.ts'
import { buildScene, type Scene } from './scene.ts'
import { describedRoutes, type Watched, watchAnswers } from './watchAnswers.ts'

let world: World
/** The same with a mailer: what one does by links in letters. */
let mailing: World
let watched: Watched[]
let scene: Scene
beforeAll(async () => {
  world = await createWorld()
  mailing = await createWorld({ sendsMail: true })
  watched = [world, mailing].map(watchAnswers)
  scene = await buildScene(world)
})
afterAll(() => Promise.all([world.close(), mailing.close()]))

/** Answered outside the program that tests hold in their hands, and looked at there. */
const elsewhere: Record<string, string> = {
  'GET /api/demo/accounts': 'tests/accounts/demo.test.ts',
  'GET /api/ecosystems/:ecosystemId/live': 'an open line, with nothing to describe: tests/live',
}

const password = 'long enough for anyone'
const withToken = (secret: string) => ({ 'Interlane-Token': secret })
const secretIn = (text: string) => /#([\w-]{43})/.exec(text)?.[1] ?? ''

describe('every answer', () => {
  it('of what belongs to an ecosystem or an organisation is as it is described', async () => {
    const { insurer } = scene
    for (const [route, { path, body, reach }] of Object.entries(cases)) {
      const address = path(scene).replace('ASKER', insurer.organisationId)
      await insurer.send(route.split(' ')[0]!, address, body?.(scene), {
        'Interlane-Organisation': insurer.organisationId,
        ...(reach === 'open' && withToken('A'.repeat(43))),
      })
    }
    await importFile(insurer, scene.ecosystemId)
    await inviteAndShow(insurer)
    await takeOnAndLetGo(insurer)
    expect(watched.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('about one’s own account is as it is described', async () => {
    await signInAndOut(await world.actor('Own'))
    const guest = await signUpByMail('guest')
    await beInvited(guest, await signUpByMail('host'))
    await forgetPassword(guest)
    expect(watched.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('has been looked at, of every route there is', () => {
    const answered = new Set(watched.flatMap((one) => [...one.answered]))
    const routes = describedRoutes(world.app).map(({ route }) => route)
    expect(routes.filter((route) => !answered.has(route) && !(route in elsewhere))).toEqual([])
    expect(Object.keys(elsewhere).filter((route) => answered.has(route))).toEqual([])
  })

  it('would be told if it were another one, or said more', async () => {
    const { app } = world
    const broken = {
      routes: app.routes,
      request: async () => Response.json([{ id: randomUUID(), name: 'A session', secret: 'more' }]),
    }
    const one = watchAnswers({ app: broken as never })
    await broken.request.call(broken, ...(['/api/sessions'] as unknown as []))
    expect(one.faults).toHaveLength(1)
    expect(one.faults[0]).toMatch(/^GET \/api\/sessions 200: /)
  })
})

async function importFile(insurer: Actor, ecosystemId: string) {
  const pool = (id: string, name: string) => `<participant id="${id}" name="${name}" processRef="${id}p"/>`
  const flow = '<messageFlow id="m" name="Order" sourceRef="at" targetRef="bt"/>'
  const step = (id: string) => `<process id="${id}p"><task id="${id}t" name="Step"/></process>`
  const file = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
    <collaboration id="c">${pool('a', 'Buyer')}${pool('b', 'Supplier')}${flow}</collaboration>
    ${step('a')}${step('b')}</definitions>`
  const form = new FormData()
  form.append('file', new File([file], 'journey.bpmn'))
  const cookie = [...insurer.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const headers = { Cookie: cookie, 'Interlane-Organisation': insurer.organisationId }
  const path = `/api/ecosystems/${ecosystemId}/imports`
  const answer = await world.app.request(path, { method: 'POST', body: form, headers })
  const { importId } = (await answer.json()) as { importId: string }
  await insurer.act('POST', `${path}/${importId}`)
}

async function inviteAndShow(insurer: Actor) {
  const { rows } = await insurer.pull(scene.ecosystemId)
  const party = rows.find((one) => one.kind === 'party' && one.row.name === 'HIDDEN-PARTY')!
  const request = { email: 'new@partner.example', partyId: party.row.id, mapIds: [scene.hiddenMapId] }
  const path = `/api/ecosystems/${scene.ecosystemId}/invitations`
  const { body } = await insurer.act<{ delivery: { link: string } }>('POST', path, request)
  const secret = secretIn(body.delivery.link)
  await world.visitor().send('GET', '/api/invitations/shown', undefined, withToken(secret))
}

async function takeOnAndLetGo(insurer: Actor) {
  const path = `/api/organisations/${insurer.organisationId}`
  const invite = (email: string) =>
    insurer.act<{ invitation: { id: string }; delivery: { link: string } }>('POST', `${path}/invitations`, {
      ...{ email, role: 'editor' },
    })
  const token = withToken(secretIn((await invite('new@insurer.example')).body.delivery.link))
  const colleague = world.visitor()
  const current = '/api/colleague-invitations/current'
  await colleague.send('GET', current, undefined, token)
  const newAccount = { name: 'Cy', password }
  const { body } = await colleague.send<{ person: { id: string } }>('POST', current, { newAccount }, token)
  await insurer.act('PATCH', `${path}/members/${body.person.id}`, { role: 'viewer' })
  await insurer.act('DELETE', `${path}/members/${body.person.id}`)
  const pending = (await invite('never@insurer.example')).body.invitation.id
  await insurer.act('DELETE', `${path}/invitations/${pending}`)
}

async function signInAndOut(ada: Actor) {
  const signIn = async () => {
    await world.visitor().send('POST', '/api/sessions', { email: ada.email, password })
    return (await ada.send<{ id: string; current: boolean }[]>('GET', '/api/sessions')).body
  }
  const other = (await signIn()).find(({ current }) => !current)!
  await ada.send('DELETE', `/api/sessions/${other.id}`)
  await signIn()
  await ada.send('DELETE', '/api/sessions/others')
  await ada.send('PATCH', '/api/account', { name: 'Ada' })
  await ada.send('PUT', '/api/account/password', { currentPassword: password, newPassword: `${password}!` })
  await ada.send('DELETE', '/api/sessions/current')
}

/** Signs up where an address is confirmed first, and asks for the letter once more. */
async function signUpByMail(organisation: string): Promise<Actor> {
  const visitor = mailing.visitor()
  const email = `ada@${organisation}.example`
  const current = '/api/email-confirmations/current'
  const account = { name: 'Ada', email, password, organisation }
  const token = await tokenMailed(() => visitor.send('POST', '/api/account', account))
  await visitor.send('GET', current, undefined, token)
  await visitor.send('POST', current, { password }, token)
  await visitor.send('POST', '/api/email-confirmations')
  return asActor(visitor, email)
}

/** What the letter that follows leads to with. */
async function tokenMailed(ask: () => Promise<unknown>) {
  const { length } = mailing.outbox
  await ask()
  await vi.waitFor(() => expect(mailing.outbox.length).toBeGreaterThan(length), { timeout: 10_000 })
  return withToken(secretIn(mailing.outbox.at(-1)!.text))
}

/** As a colleague, and to an ecosystem. */
async function beInvited(guest: Actor, host: Actor) {
  const { email, organisationId } = guest
  await host.act('POST', `/api/organisations/${host.organisationId}/invitations`, { email, role: 'viewer' })
  const own = await guest.send<{ id: string }[]>('GET', '/api/account/invitations')
  await guest.send('POST', `/api/account/invitations/${own.body[0]!.id}`)
  const { body } = await host.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Chain' })
  const [mapId, partyId] = [randomUUID(), randomUUID()]
  await host.edit(
    body.id,
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Map', rank: 'a0' },
    { type: 'party.add', id: partyId, name: 'Guest', kind: 'partner' },
    { type: 'lane.add', id: randomUUID(), mapId, partyId, rank: 'a0' },
  )
  await host.act('POST', `/api/ecosystems/${body.id}/invitations`, { email, partyId, mapIds: [mapId] })
  const invited = await guest.send<{ id: string }[]>('GET', '/api/invitations')
  await guest.send('POST', `/api/invitations/${invited.body[0]!.id}/accept`, { organisationId })
}

async function forgetPassword(ada: Actor) {
  const current = '/api/password-resets/current'
  await ada.send('GET', '/api/password-resets')
  const token = await tokenMailed(() => ada.send('POST', '/api/password-resets', { email: ada.email }))
  await ada.send('GET', current, undefined, token)
  await ada.send('POST', current, { newPassword: `${password}!` }, token)
}
