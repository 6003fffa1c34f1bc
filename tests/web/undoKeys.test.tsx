import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

it('takes back what one did on any page of an ecosystem, but not while one types', async () => {
  const chain = valueChain()
  const signed = () =>
    chain.server.rows.all('confirmation').some((row) => row.organisationId === chain.insurer.organisationId)
  serveChain(chain, chain.insurer)
  openPage(`/ecosystems/${chain.server.ecosystemId}/handoffs/${chain.links.lodged}`)
  fireEvent.click(await screen.findByRole('button', { name: 'Confirm for Fernhill' }))
  await waitFor(() => expect(signed()).toBe(true))

  fireEvent.click(screen.getByRole('button', { name: 'Dispute' }))
  fireEvent.keyDown(screen.getByLabelText('How is it really?'), { key: 'z', ctrlKey: true, bubbles: true })
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.getByRole('region', { name: 'Fernhill' }).textContent).toContain('has confirmed')

  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, bubbles: true })
  await waitFor(() => expect(signed()).toBe(false))
  fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true, bubbles: true })
  await waitFor(() => expect(signed()).toBe(true))
})
