import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Chain, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

/** The chain with a party that was mistyped: no lane, but an owner of a card. */
function withMistyped() {
  const chain = valueChain()
  const [partyId, ownershipId] = [crypto.randomUUID(), crypto.randomUUID()]
  const part = { touchpointId: chain.cards.compare, partyId, accountability: 'contributes' } as const
  chain.server.do(chain.insurer, [
    { type: 'party.add', id: partyId, name: 'Norhtgate', kind: 'partner' },
    { type: 'ownership.add', id: ownershipId, ...part },
  ])
  return { ...chain, partyId, ownershipId }
}

function openPartners(chain: Chain, author: Parameters<typeof serveChain>[1]) {
  serveChain(chain, author)
  openPage(`/ecosystems/${chain.server.ecosystemId}/partners`)
}

async function changeOf(name: string) {
  fireEvent.click(await screen.findByRole('button', { name: `Change ${name}` }))
  return within(await screen.findByRole('dialog', { name: `Change ${name}` }))
}

describe('a party that is not needed', () => {
  it('goes after a question that says what goes along, and comes back with undo', async () => {
    const chain = withMistyped()
    openPartners(chain, chain.insurer)
    const dialog = await changeOf('Norhtgate')
    fireEvent.click(dialog.getByRole('button', { name: 'Delete Norhtgate …' }))
    expect(dialog.getByText(/it is taken off the owners of 1 card/)).toBeTruthy()
    expect(chain.server.rows.all('party')).toHaveLength(4)
    fireEvent.click(dialog.getByRole('button', { name: 'Delete it' }))
    await waitFor(() => expect(chain.server.rows.all('party')).toHaveLength(3))
    expect(chain.server.rows.all('ownership')).toEqual([])
    fireEvent.click(await screen.findByRole('button', { name: 'Undo: Delete Norhtgate', hidden: true }))
    await waitFor(() => expect(chain.server.rows.all('party')).toHaveLength(4))
    expect(chain.server.rows.all('ownership')).toHaveLength(1)
  })

  it('stays while it has a lane or an organisation, with the reason', async () => {
    const chain = valueChain()
    openPartners(chain, chain.insurer)
    const dialog = await changeOf('Brightwater Bakery')
    expect(dialog.getByText(/Brightwater Bakery cannot be deleted. This party has lanes/)).toBeTruthy()
    expect(dialog.queryByRole('button', { name: /^Delete/ })).toBeNull()
  })
})

describe('changing a party', () => {
  it('sets name and role at the same place for whoever keeps it', async () => {
    const chain = withMistyped()
    openPartners(chain, chain.insurer)
    const dialog = await changeOf('Norhtgate')
    const name = dialog.getByRole('textbox', { name: 'Name' })
    fireEvent.change(name, { target: { value: 'Northgate' } })
    fireEvent.blur(name)
    await waitFor(() => expect(chain.server.rows.get('party', chain.partyId)?.name).toBe('Northgate'))
  })

  it('gives the keeping to another organisation, which then writes its cards', async () => {
    const chain = valueChain()
    const add = () =>
      chain.server.do(chain.broker, [
        {
          type: 'touchpoint.change',
          id: chain.cards.compare,
          fields: { name: 'Compares three quotes' },
        },
      ])
    expect(add).toThrow(/Only the organisation of this lane/)
    openPartners(chain, chain.insurer)
    const dialog = await changeOf('Brightwater Bakery')
    fireEvent.click(dialog.getByRole('combobox', { name: 'Kept by' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Oakes & Vale' }))
    expect(dialog.getByText(/Your organisation no longer does/)).toBeTruthy()
    fireEvent.click(dialog.getByRole('button', { name: 'Give it to Oakes & Vale' }))
    await waitFor(() =>
      expect(chain.server.rows.get('party', chain.parties.bakery)?.stewardOrganisationId).toBe(
        chain.broker.organisationId,
      ),
    )
    expect(add).not.toThrow()
  })

  it('is offered to a partner for its own party alone, which it may not delete', async () => {
    const chain = valueChain()
    openPartners(chain, chain.broker)
    const dialog = await changeOf('Oakes & Vale')
    expect(dialog.queryByRole('combobox', { name: 'Kept by' })).toBeNull()
    expect(dialog.queryByRole('button', { name: /^Delete/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Change Brightwater Bakery', hidden: true })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Change Fernhill', hidden: true })).toBeNull()
  })
})

describe('the words of the ecosystem', () => {
  it('are written by whoever organises it, on the page of its partners', async () => {
    const chain = valueChain()
    openPartners(chain, chain.insurer)
    const goal = await screen.findByRole('textbox', { name: 'What you want to reach together' })
    fireEvent.change(goal, { target: { value: 'Nobody waits a week for a decision.' } })
    fireEvent.blur(goal)
    const written = () => chain.server.rows.get('ecosystem', chain.server.ecosystemId)?.goal
    await waitFor(() => expect(written()).toBe('Nobody waits a week for a decision.'))
  })

  it('are read by a partner, who is told why they are not its to write', async () => {
    const chain = valueChain()
    openPartners(chain, chain.broker)
    const section = within(await screen.findByRole('region', { name: 'This ecosystem' }))
    expect(section.getByText(/Only editors of the organisation that organises/)).toBeTruthy()
    for (const field of section.getAllByRole<HTMLInputElement>('textbox')) expect(field.readOnly).toBe(true)
  })
})
