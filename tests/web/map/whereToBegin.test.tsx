// Where one is on a map, and what one is told to do where nothing is yet.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { lastPlaceOf, rememberPlace } from '../../../web/map/canvas/lastPlaces.ts'
import { someone, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

describe('a map without touchpoints', () => {
  it('says what to do first, and does it', async () => {
    const chain = valueChain()
    for (const [author, keys] of [
      [chain.broker, ['lodge']],
      [chain.insurer, ['quote', 'decide', 'compare', 'learn']],
    ] as const) {
      chain.server.do(
        author,
        keys.map((key) => ({ type: 'touchpoint.remove', id: chain.cards[key] })),
      )
    }
    openMap(chain, chain.insurer)
    await screen.findByRole('heading', { name: 'What happens first?' })
    fireEvent.click(screen.getByRole('button', { name: 'Add the first touchpoint' }))
    const field = await screen.findByRole('textbox', { name: 'Name of the new touchpoint' })
    fireEvent.change(field, { target: { value: 'Reads the lease' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await waitFor(() =>
      expect(
        chain.server.rows.all('touchpoint').filter(({ name }) => name === 'Reads the lease'),
      ).toHaveLength(1),
    )
    expect(screen.queryByRole('heading', { name: 'What happens first?' })).toBeNull()
    expect(screen.getAllByText('Double-click here to add a touchpoint')).toHaveLength(2)
  })

  it('tells a viewer nothing that they may not do', async () => {
    const chain = valueChain()
    chain.server.do(chain.broker, [{ type: 'touchpoint.remove', id: chain.cards.lodge }])
    openMap(chain, { ...chain.insurer, role: 'viewer' })
    await screen.findByRole('region', { name: /^Map Flood cover/ })
    expect(screen.queryByText('Double-click here to add a touchpoint')).toBeNull()
  })
})

describe('the last place', () => {
  const place = { x: -300.5, y: 12, zoom: 0.8 }

  it('is kept per map and per person, over a reload', () => {
    const [anna, priya] = [someone().personId, someone().personId]
    rememberPlace(anna, 'flood cover', place)
    rememberPlace(anna, 'renewal', { ...place, zoom: 1 })
    expect(lastPlaceOf(anna, 'flood cover')).toEqual(place)
    expect(lastPlaceOf(anna, 'another')).toBeNull()
    expect(lastPlaceOf(priya, 'flood cover')).toBeNull()
  })

  it('is forgotten for the maps longest not looked at', () => {
    const { personId } = someone()
    for (let map = 0; map < 60; map += 1) rememberPlace(personId, `map ${map}`, place)
    expect(lastPlaceOf(personId, 'map 59')).toEqual(place)
    expect(lastPlaceOf(personId, 'map 0')).toBeNull()
  })

  it('is nowhere when what is kept makes no sense', () => {
    const { personId } = someone()
    rememberPlace(personId, 'flood cover', place)
    const [key] = Object.keys(localStorage).filter((name) => name.endsWith(personId))
    for (const broken of ['{', '[{"mapId":"flood cover","x":0,"y":0,"zoom":1e9}]']) {
      localStorage.setItem(key!, broken)
      expect(lastPlaceOf(personId, 'flood cover')).toBeNull()
    }
  })
})
