// Stages and lanes by their headings: dragged to another place, and their menus.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { gapAt } from '../../../web/map/canvas/gapAt.ts'
import { type Chain, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

const size = 100

/** Lays the headings of a row side by side, or below each other, each a hundred pixels long. */
function lay(ids: readonly string[], axis: 'x' | 'y') {
  const measured = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
    this: Element,
  ) {
    const at = ids.indexOf(this.getAttribute('data-heading') ?? '') * size
    return axis === 'x' ? new DOMRect(at, 0, size, 36) : new DOMRect(0, at, 132, size)
  })
  onTestFinished(() => measured.mockRestore())
}

function drag(heading: HTMLElement, to: { clientX?: number; clientY?: number }) {
  fireEvent.pointerDown(heading, { button: 0, clientX: 1, clientY: 1 })
  fireEvent.pointerMove(window, { clientX: 1, clientY: 1, ...to })
}

const nameOf = (chain: Chain) =>
  chain.server.rows
    .all('stage')
    .filter(({ laneId, deleted }) => laneId === null && !deleted)
    .toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
    .map(({ name }) => name)

describe('a stage', () => {
  it('is dragged to another place by its heading, in one edit that undo takes back', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer)
    const stages = within(await screen.findByRole('navigation', { name: 'Shared stages' }))
    const { need, choose, claim } = chain.stages
    lay([need, choose, claim], 'x')
    const before = chain.server.effects.size
    drag(stages.getByRole('button', { name: 'Need' }), { clientX: 2.7 * size })
    expect(screen.getByText('Need', { selector: '[role="status"]' })).toBeTruthy()
    fireEvent.pointerUp(window)
    fireEvent.click(stages.getByRole('button', { name: 'Need' }))
    expect(screen.queryByRole('complementary', { name: 'Details' }), 'a drag is no click').toBeNull()
    await waitFor(() => expect(nameOf(chain)).toEqual(['Choose', 'Claim', 'Need']))
    expect(chain.server.effects.size).toBe(before + 1)
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, bubbles: true })
    await waitFor(() => expect(nameOf(chain)).toEqual(['Need', 'Choose', 'Claim']))
  })

  it('stays where it is on Escape, and says why it may not be moved', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker)
    const stages = within(await screen.findByRole('navigation', { name: 'Shared stages' }))
    const { need, choose, claim } = chain.stages
    lay([need, choose, claim], 'x')
    drag(stages.getByRole('button', { name: 'Need' }), { clientX: 2.7 * size })
    expect(screen.getByText(/^Only /, { selector: '[role="status"]' })).toBeTruthy()
    fireEvent.keyDown(window, { key: 'Escape' })
    expect(screen.queryByText(/^Only /, { selector: '[role="status"]' })).toBeNull()
    fireEvent.pointerUp(window)
    expect(screen.queryByText(/was not done/)).toBeNull()
    expect(nameOf(chain)).toEqual(['Need', 'Choose', 'Claim'])
  })

  it('says before it is deleted what goes with it, and who has a part in that', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer)
    fireEvent.click(await screen.findByRole('button', { name: 'Stage Choose' }))
    const goes = '2 touchpoints go with it. Oakes & Vale has a part in 1 of them. Undo brings all of it back.'
    fireEvent.click(await screen.findByText(goes))
    await waitFor(() => expect(nameOf(chain)).toEqual(['Need', 'Claim']))
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, bubbles: true })
    await waitFor(() => expect(nameOf(chain)).toEqual(['Need', 'Choose', 'Claim']))
    expect(chain.server.rows.get('touchpoint', chain.cards.quote)?.deleted).toBe(false)
  })

  it('of a lane of its own has its menu on the canvas', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker)
    fireEvent.click(await screen.findByRole('button', { name: 'Stage Win' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Move to the right' }))
    const rankOf = (id: string) => chain.server.rows.get('stage', id)!.rank
    const { win, serve } = chain.brokerStages
    await waitFor(() => expect(rankOf(win) > rankOf(serve)).toBe(true))
  })
})

it('a lane is dragged among its like, and never between the end customers’', async () => {
  const chain = valueChain()
  const { insurer, broker, bakery } = chain.lanes
  openMap(chain, chain.insurer)
  const lanes = within(await screen.findByRole('navigation', { name: 'Lanes' }))
  lay([insurer, broker, bakery], 'y')
  drag(lanes.getByText('Fernhill'), { clientY: 2.9 * size })
  fireEvent.pointerUp(window)
  const rankOf = (id: string) => chain.server.rows.get('lane', id)!.rank
  await waitFor(() => expect(rankOf(insurer) > rankOf(broker)).toBe(true))
  expect(rankOf(bakery)).toBe('a0')
})

it('the gap nearest to the pointer is before the first heading whose middle lies beyond it', () => {
  const headings = ['need', 'choose', 'claim'].map((id, index) => ({
    ...{ id, isMoving: id === 'choose' },
    room: { x: index * size, y: 0, width: size, height: 36 },
  }))
  const at = (x: number) => gapAt('x', { x, y: 500 }, headings)
  expect(at(-50)).toEqual({ before: 'need', at: 0, from: 0, to: 36 })
  expect(at(60)?.before, 'its own place').toBe('claim')
  expect(at(200)?.before).toBe('claim')
  expect(at(260)).toMatchObject({ before: null, at: 300 })
  expect(gapAt('x', { x: 0, y: 0 }, [])).toBeNull()
})
