import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

const details = () => screen.findByRole('complementary', { name: 'Details' })
const section = async () => within(await details()).findByRole('region', { name: 'Lived together' })

/** The broker's portal card, which the insurer is asked to live as well. */
function withProposal() {
  const chain = valueChain()
  const sideId = crypto.randomUUID()
  const place = { laneId: chain.lanes.insurer, stageId: chain.stages.choose, rank: 'a5' }
  chain.server.do(chain.broker, [
    { type: 'side.add', id: sideId, touchpointId: chain.cards.lodge, ...place, name: 'Receives the risk' },
  ])
  return { ...chain, sideId }
}

describe('a touchpoint of two lanes in the panel', () => {
  it('is shared with another lane, whose organisation is asked', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.lodge}`)
    fireEvent.click(within(await section()).getByRole('combobox', { name: 'Share it with' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Fernhill' }))
    await waitFor(() =>
      expect(chain.server.rows.all('side')).toMatchObject([
        { touchpointId: chain.cards.lodge, laneId: chain.lanes.insurer, state: 'proposed' },
      ]),
    )
    expect(await within(await section()).findByText(/Proposed by Oakes & Vale/)).toBeTruthy()
    expect(within(await section()).queryByRole('button', { name: 'Accept' })).toBeNull()
  })

  it('is accepted by the other organisation, which names it in its own words', async () => {
    const chain = withProposal()
    openMap(chain, chain.insurer, `?view=outline&select=${chain.cards.lodge}`)
    fireEvent.click(within(await section()).getByRole('button', { name: 'Accept' }))
    await waitFor(() => expect(chain.server.rows.get('side', chain.sideId)?.state).toBe('accepted'))
    const label = within(await section()).getByRole('textbox', { name: 'What Fernhill calls it' })
    fireEvent.change(label, { target: { value: 'Gets the risk' } })
    fireEvent.blur(label)
    await waitFor(() => expect(chain.server.rows.get('side', chain.sideId)?.name).toBe('Gets the risk'))
  })

  it('becomes one with the card that stood in its place', async () => {
    const chain = valueChain()
    const { touchpoint } = { touchpoint: chain.server.rows.get('touchpoint', chain.cards.quote)! }
    const { laneId, stageId, rank, name } = touchpoint
    const side = { id: crypto.randomUUID(), touchpointId: chain.cards.lodge, laneId, stageId, rank, name }
    chain.server.do(chain.broker, [{ type: 'side.add', ...side }])
    openMap(chain, chain.insurer, `?view=outline&select=${chain.cards.lodge}`)
    expect(await within(await section()).findByText(/makes it one with your card/)).toBeTruthy()
    fireEvent.click(within(await section()).getByRole('button', { name: 'Accept' }))
    await waitFor(() => expect(chain.server.rows.get('touchpoint', chain.cards.quote)?.deleted).toBe(true))
    expect(chain.server.rows.get('side', side.id)?.state).toBe('accepted')
  })

  it('leaves the other side’s name to the other side', async () => {
    const chain = withProposal()
    chain.server.do(chain.insurer, [{ type: 'side.decide', id: chain.sideId, accept: true }])
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.lodge}`)
    expect(within(await section()).getByText(/Called “Receives the risk” there/)).toBeTruthy()
    expect(within(await section()).queryByRole('textbox')).toBeNull()
  })
})

describe('a touchpoint of two lanes in outline and table', () => {
  it('stands under both lanes with the name of each', async () => {
    const chain = withProposal()
    chain.server.do(chain.insurer, [{ type: 'side.decide', id: chain.sideId, accept: true }])
    openMap(chain, chain.insurer, '?view=outline')
    const ours = await screen.findByRole('region', { name: 'Fernhill' })
    expect(within(ours).getByText('Receives the risk')).toBeTruthy()
    expect(
      within(ours).getByText('lived together with Oakes & Vale: Enters the risk in the portal'),
    ).toBeTruthy()
    const theirs = screen.getByRole('region', { name: 'Oakes & Vale' })
    expect(within(theirs).getByText('lived together with Fernhill: Receives the risk')).toBeTruthy()
  })

  it('is one row of the table', async () => {
    const chain = withProposal()
    chain.server.do(chain.insurer, [{ type: 'side.decide', id: chain.sideId, accept: true }])
    openMap(chain, chain.insurer, '?view=table')
    expect(await screen.findByText('Oakes & Vale, with Fernhill (“Receives the risk”)')).toBeTruthy()
    expect(screen.queryAllByRole('row', { name: /Receives the risk/ }).length).toBeLessThan(2)
  })
})
