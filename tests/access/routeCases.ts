import { randomUUID } from 'node:crypto'
import type { Scene } from './scene.ts'

export interface Case {
  /** What is sent; ids are the insurer's. */
  path: (scene: Scene) => string
  body?: (scene: Scene) => unknown
  /** `own`: about the asker alone; `open`: for whoever has the link or nobody in particular; else a member of the ecosystem. */
  reach: 'open' | 'own' | 'ecosystem' | 'insurer'
}

const inEcosystem = (rest: string) => (s: Scene) => `/api/ecosystems/${s.ecosystemId}${rest}`
const inInsurer = (rest: string) => (s: Scene) => `/api/organisations/${s.insurer.organisationId}${rest}`

/** A row for every route of the router, but for those about the asker's own account. */
export const cases: Record<string, Case> = {
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
  'POST /api/ecosystems/:ecosystemId/presence': {
    path: inEcosystem('/presence'),
    body: (s) => ({
      page: randomUUID(),
      at: {
        mapId: s.hiddenMapId,
        selected: { kind: 'perspective', id: s.perspectiveId },
        editing: null,
        looking: null,
      },
    }),
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
  'GET /api/maps/:mapId/following': { path: (s) => `/api/maps/${s.mapId}/following`, reach: 'ecosystem' },
  'PUT /api/maps/:mapId/following': {
    path: (s) => `/api/maps/${s.mapId}/following`,
    body: () => ({ follows: true }),
    reach: 'ecosystem',
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
  'GET /api/organisations/:organisationId/former-members': {
    path: inInsurer('/former-members'),
    reach: 'insurer',
  },
  'GET /api/organisations/:organisationId/right-changes': {
    path: inInsurer('/right-changes'),
    reach: 'insurer',
  },
  'GET /api/organisations/:organisationId/members': { path: inInsurer('/members'), reach: 'insurer' },
}
