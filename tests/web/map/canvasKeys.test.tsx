// The canvas by its keys: what one may not change, what is chosen, and what moves.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

const canvas = () => screen.findByRole('region', { name: /^Map Flood cover/ })
const card = (name: string) => screen.findByRole('group', { name: new RegExp(`^${name};`) })

async function press(...keys: (string | [string, object])[]) {
  const surface = await canvas()
  for (const key of keys) {
    const [name, held] = typeof key === 'string' ? [key, {}] : key
    fireEvent.keyDown(surface, { key: name, ...held })
  }
}

describe('what one may not change', () => {
  it('is said before one types: no field opens on a card of others, by key or by double-click', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker)
    const theirs = await card('Decides the claim')
    fireEvent.doubleClick(theirs)
    const told = await screen.findByText(/was not done\. Only the organisation of this lane/)
    expect(told.textContent).toContain('Rename "Decides the claim"')
    fireEvent.click(theirs)
    await press('Enter')
    expect(screen.queryByRole('textbox', { name: 'Name of the touchpoint' })).toBeNull()
    expect(screen.getAllByText(/was not done/), 'the same is told once').toHaveLength(1)
    expect(chain.server.rows.get('touchpoint', chain.cards.decide)?.name).toBe('Decides the claim')

    fireEvent.click(await card('Enters the risk in the portal'))
    await press('Enter')
    await screen.findByRole('textbox', { name: 'Name of the touchpoint' })
  })

  it('is said of stages and lanes as well', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker)
    const stages = await screen.findByRole('navigation', { name: 'Shared stages' })
    fireEvent.doubleClick(within(stages).getByRole('button', { name: 'Claim' }))
    expect((await screen.findByText(/was not done/)).textContent).toContain('Rename "Claim"')
    const lanes = screen.getByRole('navigation', { name: 'Lanes' })
    fireEvent.doubleClick(within(lanes).getByText('Fernhill'))
    await waitFor(() => expect(screen.getAllByText(/was not done/)).toHaveLength(2))
    expect(screen.queryByRole('textbox', { name: /^Name of the/ })).toBeNull()
  })
})

describe('choosing with the keys', () => {
  it('adds and takes away while one walks, says how many, and moves them all in one edit', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer)
    fireEvent.click(await card('Decides the claim'))
    await press(['ArrowLeft', { ctrlKey: true }])
    const said = (text: RegExp) => screen.findByText(text, { selector: '[role="status"]' })
    await said(/^Prices the risk; Fernhill, Choose; .*; 1 touchpoint is chosen$/)
    await press([' ', { ctrlKey: true }])
    await said(/2 touchpoints are chosen$/)
    await press([' ', { shiftKey: true }])
    await said(/1 touchpoint is chosen$/)
    await press([' ', { shiftKey: true }])
    await said(/2 touchpoints are chosen$/)
    const before = chain.server.effects.size
    await press(['ArrowLeft', { shiftKey: true }])
    const stageOf = (id: string) => chain.server.rows.get('touchpoint', id)?.stageId
    await waitFor(() => expect(stageOf(chain.cards.quote)).toBe(chain.stages.need))
    expect(stageOf(chain.cards.decide)).toBe(chain.stages.choose)
    expect(chain.server.effects.size).toBe(before + 1)
    await press(['ArrowLeft', { shiftKey: true }])
    await screen.findByText('One of them is at the edge: nothing has moved')
    expect(chain.server.effects.size).toBe(before + 1)
  })

  it('moves a card within its stage', async () => {
    const chain = valueChain()
    const place = { laneId: chain.lanes.insurer, stageId: chain.stages.claim, rank: 'a1' }
    const id = crypto.randomUUID()
    chain.server.do(chain.insurer, [{ type: 'touchpoint.add', id, ...place, name: 'Writes the letter' }])
    openMap(chain, chain.insurer)
    fireEvent.click(await card('Writes the letter'))
    await press(['ArrowDown', { altKey: true }])
    await screen.findByText('It is the last of its stage')
    await press(['ArrowUp', { altKey: true }])
    const rankOf = (id: string) => chain.server.rows.get('touchpoint', id)!.rank
    await waitFor(() => expect(rankOf(id) < rankOf(chain.cards.decide)).toBe(true))
  })

  it('moves all that is chosen within its stage, and one undo takes all of it back', async () => {
    const chain = valueChain()
    const place = { laneId: chain.lanes.insurer, stageId: chain.stages.claim }
    for (const [index, name] of ['Writes the letter', 'Posts it'].entries()) {
      const id = crypto.randomUUID()
      const rank = `a${index + 1}`
      chain.server.do(chain.insurer, [{ type: 'touchpoint.add', id, ...place, rank, name }])
    }
    const order = () =>
      chain.server.rows
        .list('touchpoint', 'stageId', chain.stages.claim)
        .filter(({ laneId }) => laneId === chain.lanes.insurer)
        .toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
        .map(({ name }) => name)
    openMap(chain, chain.insurer)
    fireEvent.click(await card('Writes the letter'))
    fireEvent.keyDown(window, { key: 'Shift', shiftKey: true })
    fireEvent.click(await card('Posts it'), { shiftKey: true })
    fireEvent.keyUp(window, { key: 'Shift' })
    await screen.findByText(/2 touchpoints are chosen$/)
    const before = chain.server.effects.size
    await press(['ArrowUp', { altKey: true }])
    await waitFor(() => expect(order()).toEqual(['Writes the letter', 'Posts it', 'Decides the claim']))
    expect(chain.server.effects.size).toBe(before + 1)
    await press(['ArrowUp', { altKey: true }])
    await screen.findByText('They are the first of their stages')
    await press(['z', { ctrlKey: true }])
    await waitFor(() => expect(order()).toEqual(['Decides the claim', 'Writes the letter', 'Posts it']))
  })
})
