// Every route, asked by everyone it does not belong to. Routes come from the router: a new one without a row here fails.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../support/world.ts'
import { type Case, cases } from './routeCases.ts'
import { buildScene, type Scene } from './scene.ts'

/** What only the insurer may see, and what only those on the shared map may see. */
const insurersOwn = [
  'PRIVATE-NOTE',
  'PRIVATE-MARK',
  'PRIVATE-DEPARTMENT',
  'PRIVATE-COMMENT',
  'HIDDEN-MAP',
  'pending@secret.example',
  'HIDDEN-PARTY',
  'HIDDEN-TERMS',
]
const onTheMap = ['SHARED-CARD', 'SHARED-MAP', 'ECOSYSTEM-NAME', 'Insurer']

let world: World
let scene: Scene
beforeAll(async () => {
  world = await createWorld()
  scene = await buildScene(world)
})
afterAll(() => world.close())

const token = 'A'.repeat(43)

type Who = 'visitor' | 'stranger' | 'broker'

/** Routes about the asker's own account; tests/accounts and tests/organisations go through each of them. */
const ownAccount = [
  /^\w+ \/api\/account(\/|$)/,
  /^\w+ \/api\/sessions(\/|$)/,
  /^\w+ \/api\/colleague-invitations/,
  /^\w+ \/api\/(password-reset|email)/,
]

describe('every route of the router', () => {
  it('has a row of its own or is about the asker’s own account', () => {
    const routes = world.app.routes.filter(({ method, path }) => method !== 'ALL' && path !== '/*')
    const named = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))]
    const unknown = named.filter((route) => !(route in cases) && !ownAccount.some((own) => own.test(route)))
    expect(unknown).toEqual([])
  })

  for (const who of ['visitor', 'stranger', 'broker'] as Who[]) {
    for (const [route, one] of Object.entries(cases)) {
      it(`${route} gives a ${who} nothing of what is not theirs`, async () => {
        const answer = await ask(who, route, one)
        const text = `${answer.status} ${JSON.stringify([...answer.headers])} ${JSON.stringify(answer.body)}`
        const forbidden = who === 'broker' ? insurersOwn : [...insurersOwn, ...onTheMap]
        expect(forbidden.filter((secret) => text.includes(secret))).toEqual([])
        if (who === 'visitor' && one.reach !== 'open') expect(answer.status).toBe(401)
        if (who === 'stranger' && one.reach !== 'open' && one.reach !== 'own') expect(answer.status).toBe(404)
        if (who === 'broker' && one.reach === 'insurer') expect([403, 404]).toContain(answer.status)
      })
    }
  }

  it('left everything of the insurer as it was', async () => {
    const { rows } = await scene.insurer.pull(scene.ecosystemId)
    expect(rows.find(({ row }) => row.id === scene.perspectiveId)?.row).toMatchObject({
      notes: 'PRIVATE-NOTE',
    })
    expect(JSON.stringify(rows)).toContain('PRIVATE-MARK')
    const own = await scene.insurer.act<{ name: string }>(
      'GET',
      `/api/organisations/${scene.insurer.organisationId}`,
    )
    expect(own.body.name).toBe('Insurer')
  })

  it('would notice a leak: the insurer itself does see all of it', async () => {
    const { rows } = await scene.insurer.pull(scene.ecosystemId)
    const invitations = await scene.insurer.act('GET', `/api/ecosystems/${scene.ecosystemId}/invitations`)
    const text = JSON.stringify([rows, invitations.body])
    expect(insurersOwn.filter((secret) => !text.includes(secret))).toEqual([])
  })

  it('wrote nothing private into a log', () => {
    expect(insurersOwn.filter((secret) => world.logged.join('').includes(secret))).toEqual([])
  })
})

function ask(who: Who, route: string, { path, body, reach }: Case) {
  const method = route.split(' ')[0]!
  const actor = who === 'visitor' ? world.visitor() : scene[who]
  const organisation = who === 'visitor' ? undefined : scene[who].organisationId
  // A WebSocket's request names the organisation in its address.
  const address = path(scene).replace('ASKER', organisation ?? scene.insurer.organisationId)
  return actor.send(method, address, body?.(scene), {
    ...(organisation && { 'Interlane-Organisation': organisation }),
    ...(reach === 'open' && { 'Interlane-Token': token }),
  })
}
