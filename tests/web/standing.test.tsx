// What an admin changes about one's role and rights takes effect at once in a page that stands open.
import { cleanup, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { type MemberRight, sayStanding, standingHeader } from '../../shared/accounts/roles.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name })

/** A page of somebody whose rights may change while it is open; every answer says those of its moment. */
function openHandoff(chain: Chain, says: boolean) {
  const standing = { role: 'editor' as const, withheld: [] as MemberRight[], admins: ['Anna Lindqvist'] }
  const { personId, organisationId } = chain.insurer
  const person = { id: personId, name: 'Ines Holm', email: 'ines@fernhill.example', emailVerified: true }
  const memberships = () => [{ organisation: { id: organisationId, name: 'Fernhill' }, ...standing }]
  serveChain(chain, chain.insurer, {
    'GET /api/account': () => ({
      status: 200,
      body: { person, memberships: memberships(), sendsMail: false },
    }),
  })
  const answer = fetch
  vi.stubGlobal('fetch', async (input: string, options?: RequestInit) => {
    const response = await answer(input, options)
    if (says && !input.endsWith('/api/account')) response.headers.set(standingHeader, sayStanding(standing))
    return response
  })
  const { ecosystemId } = chain.server
  openPage(`/ecosystems/${ecosystemId}/handoffs/${chain.links.lodged}`)
  return standing
}

it('an open page goes by one’s rights of now, and says what has changed', async () => {
  const standing = openHandoff(valueChain(), true)
  await waitFor(async () => expect((await button('Confirm for Fernhill')).disabled).toBe(false))
  standing.withheld = ['confirm']
  await waitFor(async () => expect((await button('Confirm for Fernhill')).disabled).toBe(true), {
    timeout: 5_000,
  })
  expect(screen.getByText(/Ask an admin of your organisation: Anna Lindqvist\.$/)).toBeTruthy()
  expect(await screen.findByText('You may no longer confirm handoffs for Fernhill.')).toBeTruthy()
  standing.withheld = []
  await waitFor(async () => expect((await button('Confirm for Fernhill')).disabled).toBe(false), {
    timeout: 5_000,
  })
  expect(await screen.findByText('You may now confirm handoffs for Fernhill.')).toBeTruthy()
  cleanup()
})

it('would not notice without the answers that say so', async () => {
  const standing = openHandoff(valueChain(), false)
  await waitFor(async () => expect((await button('Confirm for Fernhill')).disabled).toBe(false))
  standing.withheld = ['confirm']
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect((await button('Confirm for Fernhill')).disabled).toBe(false)
})
