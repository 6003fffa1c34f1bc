import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { termsOf } from '../../shared/handoffs/terms.ts'
import type { Author } from '../../shared/rules/author.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

const place = ({ server }: Chain) => `/ecosystems/${server.ecosystemId}/handoffs`

function confirm({ server }: Chain, author: Author, linkId: string) {
  const terms = termsOf(server.rows.get('link', linkId)!)
  server.do(author, [{ type: 'handoff.confirm', confirmationId: crypto.randomUUID(), linkId, terms }])
}

const stateOf = ({ server }: Chain, organisationId: string) =>
  server.rows.all('confirmation').find((row) => row.organisationId === organisationId)?.state

describe('one handoff', () => {
  it('lets one’s own side confirm, and only that side', async () => {
    const chain = valueChain()
    const { received } = serveChain(chain, chain.insurer)
    openPage(`${place(chain)}/${chain.links.lodged}`)
    expect(await screen.findByRole('heading', { level: 1, name: 'Risk data' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Confirm for Oakes & Vale' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Confirm for Fernhill' }))
    await waitFor(() => expect(stateOf(chain, chain.insurer.organisationId)).toBe('confirmed'))
    expect(screen.getByRole('region', { name: 'Fernhill' }).textContent).toContain('Fernhill has confirmed.')
    const theirs = screen.getByRole('region', { name: 'Oakes & Vale' })
    expect(theirs.textContent).toContain('Oakes & Vale has not confirmed yet.')
    expect(received.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('says before saving that a changed term reopens both, and shows the difference after', async () => {
    const chain = valueChain()
    confirm(chain, chain.insurer, chain.links.lodged)
    confirm(chain, chain.broker, chain.links.lodged)
    serveChain(chain, chain.insurer)
    openPage(`${place(chain)}/${chain.links.lodged}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Change the terms' }))
    fireEvent.change(screen.getByLabelText('Within'), { target: { value: '4' } })
    expect(screen.getByText('Was: 8 h')).toBeTruthy()
    expect(screen.getByText(/Saving reopens both: Oakes & Vale and Fernhill/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Save the new terms' }))
    await waitFor(() => expect(stateOf(chain, chain.broker.organisationId)).toBe('voided'))
    expect(chain.server.rows.get('link', chain.links.lodged)?.expectedMinutes).toBe(240)
    const earlier = screen.getByText(/Oakes & Vale and Fernhill confirmed/)
    expect(within(earlier).getByText('8 h').tagName).toBe('DEL')
  })

  it('tells the other side why it is disputed', async () => {
    const chain = valueChain()
    serveChain(chain, chain.insurer)
    openPage(`${place(chain)}/${chain.links.lodged}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Dispute' }))
    fireEvent.change(screen.getByLabelText('How is it really?'), { target: { value: 'It comes by fax.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Dispute' }))
    await waitFor(() => expect(stateOf(chain, chain.insurer.organisationId)).toBe('disputed'))
    expect(screen.getByText('It comes by fax.')).toBeTruthy()
  })

  it('tells what happened to it, latest first', async () => {
    const chain = valueChain()
    const { server, insurer, broker, links } = chain
    const terms = termsOf(server.rows.get('link', links.lodged)!)
    const event = { note: '', before: null, terms }
    const events = [
      { ...event, at: '2026-03-03T10:00:00Z', organisationId: broker.organisationId, what: 'confirmed' },
      {
        ...{ ...event, at: '2026-03-04T10:00:00Z', organisationId: insurer.organisationId, what: 'changed' },
        before: { ...terms, expectedMinutes: 60 },
      },
    ]
    const path = `GET /api/ecosystems/${server.ecosystemId}/handoffs/${links.lodged}/signatures`
    serveChain(chain, insurer, { [path]: { status: 200, body: events } })
    openPage(`${place(chain)}/${links.lodged}`)
    expect(await screen.findByText('3 March 2026')).toBeTruthy()
    const past = screen.getByRole('heading', { name: 'What happened' }).parentElement!
    const told = [...past.querySelectorAll('ol > li')].map((line) => line.textContent)
    expect(told).toEqual([
      'You changed the terms 4 March 2026Within: 1 h 8 h',
      'Oakes & Vale confirmed the terms 3 March 2026',
    ])
  })

  it('never calls a promise to consumers agreed, and offers nobody to confirm it', async () => {
    const chain = valueChain()
    chain.server.do(chain.insurer, [
      { type: 'lane.change', id: chain.lanes.bakery, fields: { nature: 'b2c' } },
    ])
    serveChain(chain, chain.insurer)
    openPage(`${place(chain)}/${chain.links.outcome}`)
    expect(await screen.findByText(/A promise to consumers/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Confirm for/ })).toBeNull()
    expect(screen.getByRole('heading', { name: /^Promise/ })).toBeTruthy()
  })

  it('gives a viewer the reason instead of the deed', async () => {
    const chain = valueChain()
    serveChain(chain, { ...chain.insurer, role: 'viewer' })
    openPage(`${place(chain)}/${chain.links.lodged}`)
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Confirm for Fernhill' })
    expect(button.disabled).toBe(true)
    expect(screen.getAllByText(/Viewers read and comment/).length).toBeGreaterThan(0)
  })
})

describe('an editor who may not confirm', () => {
  it('finds the deed off, with whom to ask, also where a colleague has confirmed', async () => {
    const chain = valueChain()
    const kept = { ...chain.insurer, withheld: ['confirm' as const], admins: ['Anna Lindqvist'] }
    const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name })
    serveChain(chain, kept)
    openPage(`${place(chain)}/${chain.links.lodged}`)
    expect((await button('Confirm for Fernhill')).disabled).toBe(true)
    expect((await button('Dispute')).disabled).toBe(true)
    expect(screen.getByText(/Ask an admin of your organisation: Anna Lindqvist\.$/)).toBeTruthy()
    cleanup()
    confirm(chain, chain.insurer, chain.links.lodged)
    serveChain(chain, kept)
    openPage(`${place(chain)}/${chain.links.lodged}`)
    expect((await button('Withdraw')).disabled).toBe(true)
    expect(screen.getByText(/Ask an admin of your organisation: Anna Lindqvist\.$/)).toBeTruthy()
  })
})

describe('the list of handoffs', () => {
  it('puts each handoff under what to do about it', async () => {
    const chain = valueChain()
    confirm(chain, chain.broker, chain.links.lodged)
    serveChain(chain, chain.insurer)
    openPage(place(chain))
    const group = (await screen.findByRole('heading', { level: 2, name: 'Waiting on us 1' })).parentElement!
    expect(within(group).getByText('Oakes & Vale confirms; you have not yet')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 2, name: 'Promises 1' })).toBeTruthy()
  })

  it('says the terms of each, and what had been confirmed where that differs', async () => {
    const chain = valueChain()
    const { server, broker, insurer, links } = chain
    const words = (fields: object) =>
      server.do(broker, [{ type: 'link.change', id: links.lodged, fields } as const])
    words({ channel: 'email', trigger: 'The facts are there', acceptance: 'All fields filled' })
    confirm(chain, insurer, links.lodged)
    words({ expectedMinutes: 60 })
    serveChain(chain, insurer)
    openPage(place(chain))
    const row = (await screen.findByRole('link', { name: 'Risk data' })).closest('li')!
    expect(row.textContent).toContain(
      'When: The facts are there · By way of: e-mail · Accepted when: All fields filled',
    )
    expect(row.textContent).toContain('Within: 8 h when Fernhill confirmed')
  })

  it('keeps its filters in the address', async () => {
    const chain = valueChain()
    serveChain(chain, chain.insurer)
    const router = openPage(`${place(chain)}?state=promise`)
    expect(await screen.findByRole('link', { name: 'Decision' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Risk data' })).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: /^Waiting on us/ }))
    await waitFor(() => expect(router.state.location.search).toEqual({ state: 'promise', waiting: 'us' }))
    expect(screen.getByText('No handoff is like that')).toBeTruthy()
  })

  it('shows as a matrix who hands to whom, and leads from a cell to its handoffs', async () => {
    const chain = valueChain()
    serveChain(chain, chain.insurer)
    const router = openPage(`${place(chain)}?view=matrix`)
    const name = 'Oakes & Vale to Fernhill: 0 of 1 agreed, 1 waiting on us'
    fireEvent.click(await screen.findByRole('link', { name }))
    await waitFor(() =>
      expect(router.state.location.search).toEqual({
        from: chain.broker.organisationId,
        to: chain.insurer.organisationId,
      }),
    )
    expect(await screen.findByRole('button', { name: /Oakes & Vale → Fernhill/ })).toBeTruthy()
    expect(await screen.findByRole('link', { name: 'Risk data' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Decision' })).toBeNull()
  })
})
