import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

const details = () => screen.findByRole('complementary', { name: 'Details' })
const section = async () => within(await details()).findByRole('region', { name: 'Where it stands' })
const canvas = () => screen.findByRole('region', { name: /^Map Flood cover/ })

/** The broker would have the insurer's decision in Choose. */
function withMove() {
  const chain = valueChain()
  const moveId = crypto.randomUUID()
  const place = { laneId: chain.lanes.insurer, stageId: chain.stages.choose, rank: 'a5' }
  chain.server.do(chain.broker, [
    { type: 'move.propose', id: moveId, touchpointId: chain.cards.decide, ...place },
  ])
  return { ...chain, moveId }
}

describe('moving a card of others', () => {
  it('by the keys offers to propose it, names who is asked, and leaves the card where it is', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker)
    fireEvent.click(await screen.findByRole('group', { name: /^Decides the claim;/ }))
    fireEvent.keyDown(await canvas(), { key: 'ArrowLeft', shiftKey: true })
    const ask = await screen.findByRole('form', { name: 'Propose to move Decides the claim?' })
    expect(ask.textContent).toContain('Fernhill, Choose')
    expect(ask.textContent).toContain('Fernhill will be asked')
    const propose = within(ask).getByRole('button', { name: 'Propose this move' })
    await waitFor(() => expect(document.activeElement).toBe(propose))
    fireEvent.click(propose)
    await waitFor(() =>
      expect(chain.server.rows.all('move')).toMatchObject([
        { touchpointId: chain.cards.decide, stageId: chain.stages.choose, state: 'proposed' },
      ]),
    )
    expect(chain.server.rows.get('touchpoint', chain.cards.decide)?.stageId).toBe(chain.stages.claim)
    expect(screen.queryByRole('form', { name: /^Propose to move/ })).toBeNull()
    const ghost = /^Oakes & Vale proposes to move Decides the claim to Fernhill, Choose$/
    expect(await screen.findByRole('button', { name: ghost })).toBeTruthy()
  })

  it('is let go by Escape, and moves one’s own at once', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker)
    fireEvent.click(await screen.findByRole('group', { name: /^Decides the claim;/ }))
    fireEvent.keyDown(await canvas(), { key: 'ArrowLeft', shiftKey: true })
    const ask = await screen.findByRole('form', { name: /^Propose to move/ })
    fireEvent.keyDown(ask, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('form', { name: /^Propose to move/ })).toBeNull())
    fireEvent.click(await screen.findByRole('group', { name: /^Enters the risk in the portal;/ }))
    fireEvent.keyDown(await canvas(), { key: 'ArrowRight', shiftKey: true })
    await waitFor(() =>
      expect(chain.server.rows.get('touchpoint', chain.cards.lodge)?.stageId).toBe(chain.brokerStages.serve),
    )
    expect(chain.server.rows.all('move')).toEqual([])
  })

  it('is proposed in the panel as well, where nobody sees the canvas', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.decide}`)
    const choice = { name: 'Propose another place for it' }
    fireEvent.click(within(await section()).getByRole('combobox', choice))
    const fernhill = await screen.findByRole('group', { name: 'Fernhill' })
    fireEvent.click(within(fernhill).getByRole('option', { name: 'Need' }))
    expect(
      await within(await section()).findByText(/Oakes & Vale proposes to move it to Fernhill, Need/),
    ).toBeTruthy()
    fireEvent.click(within(await section()).getByRole('button', { name: 'Take back' }))
    await waitFor(() => expect(chain.server.rows.all('move')).toEqual([]))
  })
})

describe('a proposed move', () => {
  it('is answered in the panel by whose card it is, who hears whether it has moved since', async () => {
    const chain = withMove()
    const fields = { stageId: chain.stages.need }
    chain.server.do(chain.insurer, [{ type: 'touchpoint.change', id: chain.cards.decide, fields }])
    openMap(chain, chain.insurer, `?view=outline&select=${chain.cards.decide}`)
    const part = await section()
    expect(part.textContent).toContain('It has moved since, from Fernhill, Claim.')
    expect(within(part).queryByRole('button', { name: 'Take back' })).toBeNull()
    fireEvent.click(within(part).getByRole('button', { name: 'Accept' }))
    await waitFor(() =>
      expect(chain.server.rows.get('touchpoint', chain.cards.decide)).toMatchObject({
        stageId: chain.stages.choose,
        rank: 'a5',
      }),
    )
    await waitFor(() => expect(screen.queryByText(/proposes to move it/)).toBeNull())
  })

  it('is answered on its ghost on the map, and undone in one step', async () => {
    const chain = withMove()
    openMap(chain, chain.insurer)
    fireEvent.click(await screen.findByRole('button', { name: /^Accept: Oakes & Vale proposes to move/ }))
    const stage = () => chain.server.rows.get('touchpoint', chain.cards.decide)?.stageId
    await waitFor(() => expect(stage()).toBe(chain.stages.choose))
    fireEvent.keyDown(await canvas(), { key: 'z', ctrlKey: true })
    await waitFor(() => expect(stage()).toBe(chain.stages.claim))
    expect(chain.server.rows.get('move', chain.moveId)?.state).toBe('proposed')
  })

  it('offers its proposer nothing but to take it back', async () => {
    const chain = withMove()
    openMap(chain, chain.broker)
    expect(await screen.findByRole('button', { name: /^Take back: Oakes & Vale proposes/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^(Accept|Decline): Oakes & Vale/ })).toBeNull()
  })
})
