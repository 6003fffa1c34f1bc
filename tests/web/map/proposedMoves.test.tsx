import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Chain, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

const details = () => screen.findByRole('complementary', { name: 'Details' })
const section = async () => within(await details()).findByRole('region', { name: 'Where it stands' })
const canvas = () => screen.findByRole('region', { name: /^Map Flood cover/ })

/** The broker would have the insurer's decision in Choose, unless another card or place is named. */
function withMove(named: { touchpointId?: keyof Chain['cards']; stageId?: keyof Chain['stages'] } = {}) {
  const chain = valueChain()
  const moveId = crypto.randomUUID()
  const touchpointId = chain.cards[named.touchpointId ?? 'decide']
  const place = { laneId: chain.lanes.insurer, stageId: chain.stages[named.stageId ?? 'choose'], rank: 'a5' }
  chain.server.do(chain.broker, [{ type: 'move.propose', id: moveId, touchpointId, ...place }])
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

describe('moving several cards of which some are others’', () => {
  const stageOf = (chain: Chain, id: string) => chain.server.rows.get('touchpoint', id)?.stageId
  const open = ({ server }: Chain) => server.rows.all('move').filter(({ deleted }) => !deleted)

  async function carryTwo(chain: Chain) {
    openMap(chain, chain.broker)
    fireEvent.click(await screen.findByRole('group', { name: /^Prices the risk;/ }))
    fireEvent.keyDown(window, { key: 'Shift', shiftKey: true })
    fireEvent.click(await screen.findByRole('group', { name: /^Enters the risk in the portal;/ }), {
      shiftKey: true,
    })
    fireEvent.keyUp(window, { key: 'Shift' })
    await screen.findByText(/2 touchpoints are chosen$/)
    fireEvent.keyDown(await canvas(), { key: 'ArrowRight', shiftKey: true })
    return screen.findByRole('form', { name: 'Move 1, propose to move Prices the risk?' })
  }

  it('moves ours and proposes the others’ in one step, which one undo takes back', async () => {
    const chain = valueChain()
    const ask = await carryTwo(chain)
    expect(ask.textContent).toContain('“Enters the risk in the portal” moves at once.')
    expect(ask.textContent).toContain('“Prices the risk” is not ours to move.')
    expect(ask.textContent).toContain('Fernhill will be asked')
    expect(stageOf(chain, chain.cards.lodge)).toBe(chain.brokerStages.win)
    const before = chain.server.effects.size
    fireEvent.click(within(ask).getByRole('button', { name: 'Move and propose' }))
    await waitFor(() => expect(stageOf(chain, chain.cards.lodge)).toBe(chain.brokerStages.serve))
    expect(open(chain)).toMatchObject([{ touchpointId: chain.cards.quote, stageId: chain.stages.claim }])
    expect(stageOf(chain, chain.cards.quote)).toBe(chain.stages.choose)
    expect(chain.server.effects.size).toBe(before + 1)
    fireEvent.keyDown(await canvas(), { key: 'z', ctrlKey: true })
    await waitFor(() => expect(stageOf(chain, chain.cards.lodge)).toBe(chain.brokerStages.win))
    expect(open(chain)).toEqual([])
  })

  it('says that it replaces what we proposed before', async () => {
    const chain = withMove({ touchpointId: 'quote', stageId: 'need' })
    const ask = await carryTwo(chain)
    expect(ask.textContent).toContain('This replaces what we proposed before.')
    fireEvent.click(within(ask).getByRole('button', { name: 'Move and propose' }))
    await waitFor(() => expect(open(chain)).toMatchObject([{ stageId: chain.stages.claim }]))
  })
})

describe('another order within a stage', () => {
  it('is proposed by the keys and in the panel, and stands there once it is agreed', async () => {
    const chain = valueChain()
    const posts = crypto.randomUUID()
    const { lanes, stages, cards, server } = chain
    const place = { laneId: lanes.insurer, stageId: stages.claim, rank: 'a1' }
    server.do(chain.insurer, [{ type: 'touchpoint.add', id: posts, ...place, name: 'Posts it' }])
    openMap(chain, chain.broker)
    fireEvent.click(await screen.findByRole('group', { name: /^Posts it;/ }))
    fireEvent.keyDown(await canvas(), { key: 'ArrowUp', altKey: true })
    const ask = await screen.findByRole('form', { name: 'Propose to move Posts it?' })
    expect(ask.textContent).toContain('Propose to move it earlier in Fernhill, Claim?')
    fireEvent.click(within(ask).getByRole('button', { name: 'Propose this move' }))
    await screen.findByRole('button', {
      name: 'Oakes & Vale proposes to move Posts it earlier in Fernhill, Claim',
    })
    fireEvent.click(within(await section()).getByRole('combobox', { name: 'Propose another place for it' }))
    await screen.findByRole('option', { name: 'Claim, one place earlier' })
    expect(screen.queryByRole('option', { name: 'Claim, one place later' })).toBeNull()
    cleanup()
    openMap(chain, chain.insurer)
    fireEvent.click(
      await screen.findByRole('button', { name: /^Accept: Oakes & Vale proposes to move Posts it/ }),
    )
    const rankOf = (id: string) => server.rows.get('touchpoint', id)!.rank
    await waitFor(() => expect(rankOf(posts) < rankOf(cards.decide)).toBe(true))
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /proposes to move Posts it/ })).toBeNull(),
    )
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
