import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { organisationKey } from '../../shared/audience/audience.ts'
import { countShared } from '../../web/sharing/countShared.ts'
import { valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

it('takes a shared view back to one’s own organisation, and leaves nothing of it listed', async () => {
  const chain = valueChain()
  const view = crypto.randomUUID()
  chain.server.do(chain.broker, [
    {
      type: 'perspective.add',
      id: view,
      targetKind: 'touchpoint',
      targetId: chain.cards.learn,
      statement: 'We wait six days.',
    },
    { type: 'perspective.share', id: view, with: 'map' },
  ])
  serveChain(chain, chain.broker)
  openPage(`/ecosystems/${chain.server.ecosystemId}/sharing`)
  fireEvent.click(await screen.findByRole('button', { name: /Withdraw: Learns the outcome/ }))
  const own = [organisationKey(chain.broker.organisationId)]
  await waitFor(() => expect(chain.server.rows.get('perspective', view)?.audience).toEqual(own))
  await waitFor(() => expect(screen.queryByText(/We wait six days/)).toBeNull())
  expect(chain.server.pull(chain.insurer, null).rows.some(({ row }) => row.id === view)).toBe(false)
})

it('says to whom the cards of our lanes are open', async () => {
  const chain = valueChain()
  serveChain(chain, chain.broker)
  openPage(`/ecosystems/${chain.server.ecosystemId}/sharing`)
  expect(await screen.findByText(/1 card, seen by Fernhill/)).toBeTruthy()
})

it('counts what is shared in words', () => {
  const kinds = ['touchpoint', 'touchpoint', 'mark', 'perspective'] as const
  expect(countShared(kinds.map((kind) => ({ kind })))).toBe('2 cards, 1 view and 1 mark')
  expect(countShared([{ kind: 'confirmation' }])).toBe('1 answer to a handoff')
  expect(countShared([])).toBe('nothing')
})
