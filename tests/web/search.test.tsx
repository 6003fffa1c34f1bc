import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { valueChain } from '../support/chain.ts'
import { openMap } from './support/mapPage.ts'
import { openPage } from './support/page.tsx'
import { serve, signedIn } from './support/server.ts'

/** Opens the list by its keys and types. @returns the field and the list */
async function find(typed: string) {
  await screen.findByRole('button', { name: 'Find (Ctrl K)' })
  fireEvent.keyDown(document.documentElement, { key: 'k', code: 'KeyK', ctrlKey: true })
  const field = await screen.findByRole('textbox', { name: /^Find .*, or something to do$/ })
  fireEvent.change(field, { target: { value: typed } })
  return { field, list: field.closest<HTMLElement>('[role="dialog"]')! }
}

describe('Ctrl K', () => {
  it('does what the map lets one do, under the names of its buttons and keys, with the keys alone', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer)
    await screen.findByRole('region', { name: /^Map Flood cover/ })
    const { field, list } = await find('show as out')
    expect(await within(list).findByText('To do here')).toBeTruthy()
    fireEvent.keyDown(field, { key: 'ArrowDown', code: 'ArrowDown' })
    fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })
    expect(await screen.findByRole('grid', { name: 'Fernhill, Choose' })).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Find/ })).toBeNull())
  })

  it('begins a new card where the keys stand', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer)
    fireEvent.click(await screen.findByRole('group', { name: /^Prices the risk;/ }))
    const { list } = await find('new card')
    fireEvent.click(await within(list).findByText(/in this lane and stage/))
    expect(await screen.findByRole('textbox', { name: 'Name of the new touchpoint' })).toBe(
      document.activeElement,
    )
  })

  it('leads to the pages of the ecosystem and to what is on its maps', async () => {
    const chain = valueChain()
    const router = openMap(chain, chain.insurer, '?view=outline')
    await screen.findByRole('grid', { name: 'Fernhill, Choose' })
    const { list } = await find('handoffs')
    fireEvent.click(await within(list).findByText('Page'))
    await waitFor(() => expect(router.state.location.pathname).toMatch(/\/handoffs$/))
  })

  it('leads from Settings to every page and map of one’s ecosystems, and to nothing that the server does not list', async () => {
    const [ecosystem, map] = [crypto.randomUUID(), crypto.randomUUID()]
    const item = {
      ...{ id: ecosystem, name: 'Flood cover', goal: '', demo: false },
      ...{ convener: { id: crypto.randomUUID(), name: 'Fernhill' }, maps: [{ id: map, name: 'From need' }] },
    }
    serve({ ...signedIn, 'GET /api/ecosystems': { status: 200, body: [item] } })
    const router = openPage('/settings')
    await screen.findByRole('heading', { level: 1, name: 'Settings' })
    const { field, list } = await find('from need')
    expect(await within(list).findByText('Map, Flood cover')).toBeTruthy()
    fireEvent.change(field, { target: { value: 'tidy' } })
    expect(await within(list).findByText('Nothing of that name.')).toBeTruthy()
    fireEvent.change(field, { target: { value: 'review' } })
    fireEvent.click(await within(list).findByText('Page, Flood cover'))
    await waitFor(() => expect(router.state.location.pathname).toBe(`/ecosystems/${ecosystem}/review`))
  })
})
