import type { Author } from '../../../shared/rules/author.ts'
import type { Chain } from '../../support/chain.ts'
import { serve } from './server.ts'

type Answers = Parameters<typeof serve>[0]

/** Serves a small value chain as one of its people sees it; `more` answers what is not edits and changes. */
export function serveChain({ server }: Chain, author: Author, more: Answers = {}) {
  const place = `/api/ecosystems/${server.ecosystemId}`
  const organisation = server.organisations.find(({ id }) => id === author.organisationId)
  const account = {
    person: { id: author.personId, name: 'Ines Holm', email: 'ines@example.com', emailVerified: true },
    memberships: [
      { organisation, role: author.role, withheld: author.withheld ?? [], admins: author.admins ?? [] },
    ],
    sendsMail: false,
  }
  const fixed: Answers = {
    'GET /api/account': { status: 200, body: account },
    'GET /api/invitations': { status: 200, body: [] },
    [`GET ${place}/invitations`]: { status: 200, body: [] },
    'GET /api/ecosystems': { status: 200, body: [listItem(server)] },
    [`POST ${place}/edits`]: ({ body }) => ({
      status: 200,
      body: server.send(author, (body as { edits: Parameters<typeof server.send>[1] }).edits),
    }),
    ...more,
  }
  return serve(
    new Proxy(fixed, {
      get: (answers, key: string) => {
        const [path, query] = key.split('?')
        if (path !== `GET ${place}/changes`) return answers[key]
        const cursor = new URLSearchParams(query).get('cursor')
        return { status: 200, body: server.pull(author, cursor) }
      },
    }),
  )
}

function listItem(server: Chain['server']) {
  const row = server.rows.get('ecosystem', server.ecosystemId)!
  const convener = server.organisations.find(({ id }) => id === row.convenerOrganisationId)
  const maps = server.rows.all('map').map(({ id, name }) => ({ id, name }))
  return { id: row.id, name: row.name, goal: row.goal, demo: row.demo, convener, maps }
}
