import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Chain, someone, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

async function ownersOf(card: string, chain: Chain, author: Parameters<typeof openMap>[1]) {
  openMap(chain, author, `?view=outline&select=${card}`)
  const details = await screen.findByRole('complementary', { name: 'Details' })
  return within(await within(details).findByRole('region', { name: 'Owners' }))
}

/** What the field offers, as somebody reads it who opens it. */
async function offered(owners: Awaited<ReturnType<typeof ownersOf>>): Promise<string[]> {
  fireEvent.click(owners.getByRole('combobox', { name: 'Add an owner' }))
  return (await screen.findAllByRole('option')).map(({ textContent }) => textContent)
}

describe('adding an owner', () => {
  it('offers whoever lives the lane all parties, and asks the chosen one', async () => {
    const chain = valueChain()
    const owners = await ownersOf(chain.cards.decide, chain, chain.insurer)
    expect((await offered(owners)).sort()).toEqual(['Brightwater Bakery', 'Fernhill', 'Oakes & Vale'])
    fireEvent.click(screen.getByRole('option', { name: 'Oakes & Vale' }))
    await waitFor(() => expect(chain.server.rows.all('ownership')).toHaveLength(1))
    expect(chain.server.rows.all('ownership')[0]).toMatchObject({
      partyId: chain.parties.broker,
      accountability: 'accountable',
      state: 'proposed',
    })
  })

  it('offers others a part of their own alone, whatever stands first in the chain, and says why no more', async () => {
    const chain = valueChain()
    const owners = await ownersOf(chain.cards.decide, chain, chain.broker)
    expect(await offered(owners)).toEqual(['Oakes & Vale'])
    expect(owners.getByText(/others propose a part of their own/)).toBeTruthy()
    fireEvent.click(screen.getByRole('option', { name: 'Oakes & Vale' }))
    await waitFor(() =>
      expect(chain.server.rows.all('ownership')).toMatchObject([
        { partyId: chain.parties.broker, state: 'proposed' },
      ]),
    )
    expect(screen.queryByText(/could not be kept|was not kept/)).toBeNull()
  })

  it('says why where nothing can be offered: one has a part already, or no party on the map', async () => {
    const chain = valueChain()
    const part = { touchpointId: chain.cards.decide, partyId: chain.parties.broker } as const
    chain.server.do(chain.broker, [
      { type: 'ownership.add', id: crypto.randomUUID(), ...part, accountability: 'contributes' },
    ])
    const owners = await ownersOf(chain.cards.decide, chain, chain.broker)
    expect(owners.getByText(/Owners are assigned by the organisation of this lane/)).toBeTruthy()
    expect(owners.queryByRole('combobox', { name: 'Add an owner' })).toBeNull()
  })

  it('offers a viewer nothing', async () => {
    const chain = valueChain()
    const viewer = { ...someone('viewer'), organisationId: chain.insurer.organisationId }
    const owners = await ownersOf(chain.cards.decide, chain, viewer)
    expect(owners.queryByRole('combobox', { name: 'Add an owner' })).toBeNull()
  })
})
