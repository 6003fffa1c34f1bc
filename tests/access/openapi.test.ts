import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { ecosystemListItem } from '../../shared/ecosystems/requests.ts'
import { changesResponse, editsResponse, visibleRow } from '../../shared/edits/exchange.ts'
import { mapDocument } from '../../shared/interchange/mapDocument.ts'
import { invitationAnswer } from '../../shared/invitations/invitations.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

interface Document {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >
}

it('the document names every route of the API', async () => {
  const { body } = await world.visitor().send<Document>('GET', '/api/openapi.json')
  const described = Object.entries(body.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const routes = world.app.routes
    .filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/openapi.json',
    )
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(routes.filter((route) => !described.includes(route))).toEqual([])
})

it('what is described is what is answered, no field more', async () => {
  const producer = await world.actor('Producer')
  const { body } = await producer.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Chain', goal: '' })
  const mapId = randomUUID()
  const [partyId, laneId, stageId] = [randomUUID(), randomUUID(), randomUUID()]
  const actions = [
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Journey', rank: 'a0' },
    { type: 'party.add', id: partyId, name: 'Partner', kind: 'partner' },
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Buy', rank: 'a0' },
    { type: 'touchpoint.add', id: randomUUID(), laneId, stageId, rank: 'a0', name: 'Orders' },
  ]
  const edits = [{ clientId: randomUUID(), number: 1, version: 1, actions }]
  const path = `/api/ecosystems/${body.id}`
  const answered = await producer.act('POST', `${path}/edits`, { edits })
  expect(editsResponse.parse(answered.body)).toEqual(answered.body)
  await producer.act('POST', `${path}/invitations`, { email: 'x@partner.example', partyId, mapIds: [mapId] })
  for (const [address, schema] of [
    ['/api/ecosystems', z.array(ecosystemListItem)],
    [`${path}/changes`, changesResponse],
    [`${path}/invitations`, z.array(invitationAnswer)],
    [`/api/maps/${mapId}`, z.object({ rows: z.array(visibleRow), organisations: z.array(z.unknown()) })],
    [`/api/maps/${mapId}/export.json`, mapDocument],
  ] as const) {
    const { body: answer } = await producer.act('GET', address)
    expect([address, schema.parse(answer)]).toEqual([address, answer])
  }
})
