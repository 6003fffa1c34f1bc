import { vi } from 'vitest'
import type { Author } from '../../../shared/rules/author.ts'
import { actAs } from '../../../web/api/actingOrganisation.ts'
import type { Chain } from '../../support/chain.ts'
import { openPage } from './page.tsx'

/**
 * The map page of a chain in a whole web, for somebody, before a server that keeps everybody's edits.
 * @param more answers what is not edits and changes, by path
 */
export function openMap(chain: Chain, author: Author, search = '', more: Record<string, unknown> = {}) {
  actAs(author.organisationId)
  const { server } = chain
  const known = server.organisations.find(({ id }) => id === author.organisationId)
  const organisation = known ?? { id: author.organisationId, name: 'Stranger & Co' }
  const account = {
    person: { id: author.personId, name: 'Ines Holm', email: 'ines@fernhill.example', emailVerified: true },
    memberships: [
      { organisation, role: author.role, withheld: author.withheld ?? [], admins: author.admins ?? [] },
    ],
    sendsMail: false,
  }
  vi.stubGlobal('fetch', async (input: string, options: RequestInit = {}) => {
    const url = new URL(String(input), 'http://interlane.test')
    const answer = url.pathname.endsWith('/account')
      ? account
      : url.pathname.endsWith('/changes')
        ? server.pull(author, url.searchParams.get('cursor'))
        : url.pathname.endsWith('/edits')
          ? server.send(author, JSON.parse(String(options.body)).edits)
          : (more[url.pathname] ?? null)
    const body = answer ?? { error: { code: 'notThere', message: 'This is not there.' } }
    return new Response(JSON.stringify(body), { status: answer ? 200 : 404 })
  })
  return openPage(`/ecosystems/${server.ecosystemId}/maps/${chain.mapId}${search}`)
}
