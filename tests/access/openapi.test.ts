// What the document says a request needs, held against what the routes ask for.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../support/world.ts'
import { cases } from './routeCases.ts'
import { buildScene, type Scene } from './scene.ts'

interface Operation {
  security?: Record<string, string[]>[]
  parameters?: { in: string; name: string; required?: boolean }[]
  requestBody?: { content: Record<string, { schema: { required?: string[] } }> }
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, { type: string; in: string; name: string }> }
}

let world: World
let scene: Scene
let document: Document
beforeAll(async () => {
  world = await createWorld()
  scene = await buildScene(world)
  document = (await world.visitor().send<Document>('GET', '/api/openapi.json')).body
})
afterAll(() => world.close())

const described = ([method, path]: string[]) =>
  document.paths[path!.replace(/:(\w+)/g, '{$1}')]?.[method!.toLowerCase()]
const headersOf = (route: string) =>
  (described(route.split(' '))?.parameters ?? []).filter((one) => one.in === 'header')
const apiRoutes = () =>
  world.app.routes
    .filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/openapi.json',
    )
    .map(({ method, path }) => [method, path])

it('the document names every route of the API', () => {
  expect(apiRoutes().filter((route) => !described(route))).toEqual([])
})

it('says of every route that turns a visitor away that it takes the session’s cookie, and which that is', async () => {
  const { cookies } = scene.insurer
  expect(document.components.securitySchemes).toMatchObject({
    sessionCookie: { type: 'apiKey', in: 'cookie', name: [...cookies.keys()][0] },
  })
  for (const [route, { path, body }] of Object.entries(cases)) {
    const operation = described(route.split(' '))
    if (!operation) continue
    const address = path(scene).replace('ASKER', scene.insurer.organisationId)
    const { status } = await world.visitor().send(route.split(' ')[0]!, address, body?.(scene))
    expect([route, operation.security]).toEqual([
      route,
      status === 401 ? [{ sessionCookie: [] }] : operation.security,
    ])
    if (status < 300) expect([route, operation.security]).toEqual([route, undefined])
  }
})

it('says of every route that is for an organisation that it takes its header', async () => {
  const named = 'Interlane-Organisation'
  const withHeader = apiRoutes()
    .map((route) => route.join(' '))
    .filter((route) => headersOf(route).some(({ name, required }) => name === named && required))
  expect(withHeader.length).toBeGreaterThan(10)
  for (const [route, { path, body, reach }] of Object.entries(cases)) {
    if (!route.includes(' /api/') || reach === 'open') continue
    const address = path(scene).replace('ASKER', scene.insurer.organisationId)
    const method = route.split(' ')[0]!
    const without = await scene.insurer.send(method, address, body?.(scene))
    const acting = await scene.insurer.act(method, address, body?.(scene))
    if (withHeader.includes(route)) expect([route, without.status]).toEqual([route, 404])
    else expect([route, without.status === 404 && acting.status < 300]).toEqual([route, false])
  }
})

it('says what a form with a file looks like', () => {
  const { requestBody } = described(['POST', '/api/ecosystems/:ecosystemId/imports'])!
  expect(requestBody?.content['multipart/form-data']?.schema).toMatchObject({
    properties: { file: { type: 'string', format: 'binary' } },
    required: ['file'],
  })
})
