import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { actingOrganisation } from '../../web/api/actingOrganisation.ts'
import { ApiFailure } from '../../web/api/client.ts'
import { Failure } from '../../web/shell/Failure.tsx'
import { monogramOf } from '../../web/shell/Monogram.tsx'
import { InTheme, openPage } from './support/page.tsx'
import { fernhill, oakes, serve, signedIn, signedOut } from './support/server.ts'

describe('the bar', () => {
  it('shows for whom one acts and switches visibly', async () => {
    serve(signedIn)
    openPage('/settings')
    fireEvent.click(await screen.findByRole('button', { name: /Acting for Fernhill/ }))
    expect(actingOrganisation()).toBe(fernhill.id)
    fireEvent.click(await screen.findByRole('menuitemradio', { name: /Oakes & Vale/ }))
    expect(await screen.findByRole('button', { name: /Acting for Oakes & Vale/ })).toBeTruthy()
    await waitFor(() => expect(actingOrganisation()).toBe(oakes.id))
  })

  it('marks exactly the tab one is on, also deeper inside it', async () => {
    serve(signedIn)
    openPage('/ecosystems/e1/handoffs/l1')
    await screen.findByRole('navigation', { name: 'In this ecosystem' })
    const current = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page')
    expect(current.map(({ textContent }) => textContent)).toEqual(['Handoffs'])
  })

  it('has no tabs outside an ecosystem', async () => {
    serve(signedIn)
    openPage('/settings')
    await screen.findByRole('heading', { level: 1, name: 'Settings' })
    expect(screen.queryByRole('navigation', { name: 'In this ecosystem' })).toBeNull()
  })
})

describe('the tab Map', () => {
  it('returns to the map one looked at last', async () => {
    localStorage.setItem('interlane.lastMap.e1', 'm2')
    serve({
      ...signedIn,
      'GET /api/ecosystems/e1': { status: 200, body: { maps: [{ id: 'm1' }, { id: 'm2' }] } },
    })
    const router = openPage('/ecosystems/e1')
    await waitFor(() => expect(router.state.location.pathname).toBe('/ecosystems/e1/maps/m2'))
  })

  it('leads to a new map where there is none', async () => {
    serve({ ...signedIn, 'GET /api/ecosystems/e1': { status: 200, body: { maps: [] } } })
    const router = openPage('/ecosystems/e1')
    await waitFor(() => expect(router.state.location.pathname).toBe('/ecosystems/e1/new-map'))
  })
})

describe('what cannot be shown', () => {
  it('is answered alike for what is not there and what one may not see', async () => {
    serve(signedIn)
    openPage('/nowhere')
    expect(await screen.findByText('It is not there, or not for the organisation you act for')).toBeTruthy()
  })

  it('does not tell a visitor to switch between organisations', async () => {
    serve(signedOut)
    openPage('/nowhere')
    expect(await screen.findByText(/sign in first: it may be for your organisation/)).toBeTruthy()
    expect(screen.queryByText(/switch to that organisation/)).toBeNull()
  })

  it('gives the server’s sentence and a way to try again', () => {
    const retry = vi.fn()
    render(<Failure problem={new ApiFailure(503, 'server.busy', 'The server is busy.')} onRetry={retry} />, {
      wrapper: InTheme,
    })
    expect(screen.getByText('The server is busy.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledOnce()
  })
})

describe('monograms', () => {
  it.each([
    ['Fernhill', 'Fe'],
    ['Oakes & Vale', 'OV'],
    ['Brightwater Bakery GmbH', 'BB'],
    ['3', '3'],
    ['', '?'],
  ])('writes %s as %s', (name, letters) => {
    expect(monogramOf(name)).toBe(letters)
  })
})
