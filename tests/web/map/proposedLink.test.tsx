import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

/** The broker proposes that two cards of the insurer are linked. */
function withProposal() {
  const chain = valueChain()
  const linkId = crypto.randomUUID()
  const ends = { fromTouchpointId: chain.cards.decide, toTouchpointId: chain.cards.quote }
  chain.server.do(chain.broker, [{ type: 'link.add', id: linkId, ...ends, kind: 'loopBack' }])
  expect(chain.server.rows.get('link', linkId)?.state).toBe('proposed')
  return { ...chain, linkId }
}

const panel = async () => within(await screen.findByRole('complementary', { name: 'Details' }))

describe('a link that somebody proposes', () => {
  it('is answered in its details by an organisation at its ends', async () => {
    const chain = withProposal()
    openMap(chain, chain.insurer, `?view=outline&select=${chain.linkId}`)
    expect(await (await panel()).findByText(/Proposed by Oakes & Vale/)).toBeTruthy()
    expect(screen.getByText(/loops back to Prices the risk, proposed/)).toBeTruthy()
    fireEvent.click((await panel()).getByRole('button', { name: 'Accept' }))
    await waitFor(() => expect(chain.server.rows.get('link', chain.linkId)?.state).toBe('accepted'))
    await waitFor(() => expect(screen.queryByText(/Proposed by/)).toBeNull())
  })

  it('says to its author who proposed it, and asks them nothing', async () => {
    const chain = withProposal()
    openMap(chain, chain.broker, `?view=outline&select=${chain.linkId}`)
    expect(await (await panel()).findByText(/Proposed by Oakes & Vale/)).toBeTruthy()
    expect((await panel()).queryByRole('button', { name: 'Accept' })).toBeNull()
  })
})
