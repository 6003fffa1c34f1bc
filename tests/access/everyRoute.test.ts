// Every route, asked by everyone it does not belong to. Routes come from the router: a new one without a row here fails.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InvitedOrganisationAnswer } from '../../shared/invitations/invitations.ts'
import { type Actor, asActor, createWorld, type World } from '../support/world.ts'

interface Scene {
  insurer: Actor
  broker: Actor
  stranger: Actor
  ecosystemId: string
  mapId: string
  hiddenMapId: string
  hiddenLinkId: string
  perspectiveId: string
  invitationId: string
}

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

type Who = 'visitor' | 'stranger' | 'broker'
interface Case {
  /** What is sent; ids are the insurer's. */
  path: (scene: Scene) => string
  body?: (scene: Scene) => unknown
  /** `own`: about the asker alone; `open`: for whoever has the link or nobody in particular; else a member of the ecosystem. */
  reach: 'open' | 'own' | 'ecosystem' | 'insurer'
}

const inEcosystem = (rest: string) => (s: Scene) => `/api/ecosystems/${s.ecosystemId}${rest}`
const inInsurer = (rest: string) => (s: Scene) => `/api/organisations/${s.insurer.organisationId}${rest}`
const token = 'A'.repeat(43)

const cases: Record<string, Case> = {
  'GET /livez': { path: () => '/livez', reach: 'open' },
  'GET /readyz': { path: () => '/readyz', reach: 'open' },
  'GET /api/openapi.json': { path: () => '/api/openapi.json', reach: 'open' },
  'GET /api/demo/accounts': { path: () => '/api/demo/accounts', reach: 'open' },
  'GET /api/ecosystems': { path: () => '/api/ecosystems', reach: 'own' },
  'POST /api/ecosystems': { path: () => '/api/ecosystems', body: () => ({ name: 'Own' }), reach: 'own' },
  'GET /api/departures': { path: () => '/api/departures', reach: 'own' },
  'GET /api/ecosystems/:ecosystemId/own-rows.json': {
    path: inEcosystem('/own-rows.json'),
    reach: 'ecosystem',
  },
  'GET /api/ecosystems/:ecosystemId': { path: inEcosystem(''), reach: 'ecosystem' },
  'POST /api/ecosystems/:ecosystemId/edits': {
    path: inEcosystem('/edits'),
    body: (s) => ({
      edits: [
        {
          ...{ clientId: randomUUID(), number: 1, version: 1 },
          actions: [{ type: 'perspective.change', id: s.perspectiveId, fields: { notes: 'overwritten' } }],
        },
      ],
    }),
    reach: 'ecosystem',
  },
  'GET /api/ecosystems/:ecosystemId/live': {
    path: inEcosystem('/live?organisation=ASKER'),
    reach: 'ecosystem',
  },
  'GET /api/ecosystems/:ecosystemId/changes': { path: inEcosystem('/changes'), reach: 'ecosystem' },
  'GET /api/ecosystems/:ecosystemId/rows/:kind/:rowId/fields/:field/author': {
    path: (s) => `/api/ecosystems/${s.ecosystemId}/rows/perspective/${s.perspectiveId}/fields/notes/author`,
    reach: 'insurer',
  },
  'GET /api/ecosystems/:ecosystemId/handoffs/:linkId/signatures': {
    path: (s) => `/api/ecosystems/${s.ecosystemId}/handoffs/${s.hiddenLinkId}/signatures`,
    reach: 'insurer',
  },
  'GET /api/maps/:mapId': { path: (s) => `/api/maps/${s.hiddenMapId}`, reach: 'insurer' },
  'GET /api/maps/:mapId/export.json': {
    path: (s) => `/api/maps/${s.hiddenMapId}/export.json`,
    reach: 'insurer',
  },
  'POST /api/ecosystems/:ecosystemId/invitations': {
    path: inEcosystem('/invitations'),
    body: (s) => ({ email: 'x@example.com', partyId: randomUUID(), mapIds: [s.mapId] }),
    reach: 'insurer',
  },
  'GET /api/ecosystems/:ecosystemId/invitations': { path: inEcosystem('/invitations'), reach: 'ecosystem' },
  'GET /api/ecosystems/:ecosystemId/expected': { path: inEcosystem('/expected'), reach: 'ecosystem' },
  'DELETE /api/ecosystems/:ecosystemId/invitations/:invitationId': {
    path: (s) => `/api/ecosystems/${s.ecosystemId}/invitations/${s.invitationId}`,
    reach: 'insurer',
  },
  'GET /api/invitations/shown': { path: () => '/api/invitations/shown', reach: 'open' },
  'POST /api/invitations/accept': {
    path: () => '/api/invitations/accept',
    body: (s) => ({ organisationId: s.insurer.organisationId }),
    reach: 'open',
  },
  'GET /api/invitations': { path: () => '/api/invitations', reach: 'own' },
  'POST /api/invitations/:invitationId/accept': {
    path: (s) => `/api/invitations/${s.invitationId}/accept`,
    body: (s) => ({ organisationId: s.insurer.organisationId }),
    reach: 'insurer',
  },
  'POST /api/ecosystems/:ecosystemId/imports': { path: inEcosystem('/imports'), reach: 'ecosystem' },
  'POST /api/ecosystems/:ecosystemId/imports/:importId': {
    path: inEcosystem(`/imports/${randomUUID()}`),
    reach: 'insurer',
  },
  'GET /api/inbox': { path: () => '/api/inbox', reach: 'own' },
  'POST /api/inbox/read': {
    path: () => '/api/inbox/read',
    body: () => ({ ids: [randomUUID()] }),
    reach: 'own',
  },
  'GET /api/inbox/digest': { path: () => '/api/inbox/digest', reach: 'own' },
  'PUT /api/inbox/digest': {
    path: () => '/api/inbox/digest',
    body: () => ({ digest: 'never' }),
    reach: 'own',
  },
  'POST /api/organisations': {
    path: () => '/api/organisations',
    body: () => ({ name: 'Second' }),
    reach: 'own',
  },
  'GET /api/organisations/:organisationId': { path: inInsurer(''), reach: 'insurer' },
  'PATCH /api/organisations/:organisationId': {
    path: inInsurer(''),
    body: () => ({ name: 'Taken over' }),
    reach: 'insurer',
  },
  'PATCH /api/organisations/:organisationId/members/:personId': {
    path: (s) => inInsurer(`/members/${s.insurer.personId}`)(s),
    body: () => ({ role: 'viewer' }),
    reach: 'insurer',
  },
  'DELETE /api/organisations/:organisationId/members/:personId': {
    path: (s) => inInsurer(`/members/${s.insurer.personId}`)(s),
    reach: 'insurer',
  },
  'GET /api/organisations/:organisationId/invitations': { path: inInsurer('/invitations'), reach: 'insurer' },
  'POST /api/organisations/:organisationId/invitations': {
    path: inInsurer('/invitations'),
    body: () => ({ email: 'spy@example.com', role: 'admin' }),
    reach: 'insurer',
  },
  'DELETE /api/organisations/:organisationId/invitations/:invitationId': {
    path: inInsurer(`/invitations/${randomUUID()}`),
    reach: 'insurer',
  },
  'GET /api/organisations/:organisationId/members': { path: inInsurer('/members'), reach: 'insurer' },
}

/** Routes about the asker's own account; tests/accounts and tests/organisations go through each of them. */
const ownAccount = [
  /^\w+ \/api\/account(\/|$)/,
  /^\w+ \/api\/sessions(\/|$)/,
  /^\w+ \/api\/colleague-invitations/,
  /^\w+ \/api\/(password-reset|email)/,
]

describe('every route of the router', () => {
  it('has a row in this test or is about the asker’s own account', () => {
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

async function buildScene({ actor, visitor }: World): Promise<Scene> {
  const insurer = await actor('Insurer')
  const stranger = await actor('Stranger')
  const { body } = await insurer.act<{ id: string }>('POST', '/api/ecosystems', { name: 'ECOSYSTEM-NAME' })
  const ecosystemId = body.id
  const ids = Array.from({ length: 10 }, () => randomUUID()) as string[]
  const [
    mapId,
    hiddenMapId,
    partyId,
    laneId,
    stageId,
    cardId,
    perspectiveId,
    hiddenPartyId,
    ownPartyId,
    ownershipId,
  ] = ids as [string, string, string, string, string, string, string, string, string, string]
  const hiddenLinkId = randomUUID()
  const answer = await insurer.edit(
    ecosystemId,
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'SHARED-MAP', rank: 'a0' },
    { type: 'map.add', id: hiddenMapId, participantId: randomUUID(), name: 'HIDDEN-MAP', rank: 'a1' },
    { type: 'party.add', id: partyId, name: 'Broker', kind: 'distributor' },
    { type: 'party.add', id: hiddenPartyId, name: 'HIDDEN-PARTY', kind: 'distributor' },
    { type: 'party.add', id: ownPartyId, name: 'We', kind: 'producer', held: true },
    ...hiddenJourney({ mapId: hiddenMapId, partyId: hiddenPartyId, linkId: hiddenLinkId }),
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Claim', rank: 'a0' },
    { type: 'touchpoint.add', id: cardId, laneId, stageId, rank: 'a0', name: 'SHARED-CARD' },
    {
      type: 'ownership.add',
      id: ownershipId,
      touchpointId: cardId,
      partyId: ownPartyId,
      accountability: 'accountable',
    },
    { type: 'responsibility.add', id: randomUUID(), ownershipId, department: 'PRIVATE-DEPARTMENT' },
    {
      type: 'perspective.add',
      id: perspectiveId,
      targetKind: 'touchpoint',
      targetId: cardId,
      notes: 'PRIVATE-NOTE',
    },
    {
      ...{ type: 'comment.add', id: randomUUID(), targetKind: 'touchpoint', targetId: cardId },
      text: 'PRIVATE-COMMENT',
    },
    {
      ...{ type: 'mark.add', id: randomUUID(), targetKind: 'touchpoint', targetId: cardId },
      ...{ kind: 'pain', statement: 'PRIVATE-MARK', with: 'organisation' },
    },
  )
  expect(answer).toMatchObject({ accepted: true })
  const invite = (email: string, party: string, map: string) =>
    insurer.act<InvitedOrganisationAnswer>('POST', `/api/ecosystems/${ecosystemId}/invitations`, {
      ...{ email, partyId: party, mapIds: [map] },
    })
  const { delivery } = (await invite('bo@broker.example', partyId, mapId)).body
  const brokerVisitor = visitor()
  const newAccount = { name: 'Bo', password: 'long enough for anyone', organisation: 'Broker' }
  await brokerVisitor.send(
    'POST',
    '/api/invitations/accept',
    { newAccount },
    {
      'Interlane-Token': delivery.by === 'link' ? delivery.link.split('#')[1]! : '',
    },
  )
  const broker = await asActor(brokerVisitor, 'bo@broker.example')
  const pending = (await invite('pending@secret.example', hiddenPartyId, hiddenMapId)).body
  return {
    ...{ insurer, broker, stranger, ecosystemId, mapId, hiddenMapId, hiddenLinkId },
    perspectiveId,
    invitationId: pending.invitation.id,
  }
}

/** Two linked cards on a map that only the insurer sees. */
function hiddenJourney({ mapId, partyId, linkId }: { mapId: string; partyId: string; linkId: string }) {
  const [laneId, stageId, from, to] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const card = { type: 'touchpoint.add', laneId, stageId } as const
  return [
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'HIDDEN-STAGE', rank: 'a0' },
    { ...card, id: from, rank: 'a0', name: 'HIDDEN-CARD' },
    { ...card, id: to, rank: 'a1', name: 'Another' },
    { type: 'link.add', id: linkId, fromTouchpointId: from, toTouchpointId: to, passes: 'HIDDEN-TERMS' },
    { type: 'link.change', id: linkId, fields: { passes: 'HIDDEN-TERMS changed' } },
  ] as const
}
