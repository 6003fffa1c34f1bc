import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Chain, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

const deletion = async (chain: Chain, author: Parameters<typeof openMap>[1]) => {
  const router = openMap(chain, author, `?view=outline&select=${chain.mapId}`)
  const details = within(await screen.findByRole('complementary', { name: 'Details' }))
  return { router, section: within(await details.findByRole('region', { name: 'Delete this map' })) }
}

describe('what the map is for', () => {
  it('stands above it in one line, which opens the charter', async () => {
    const chain = valueChain()
    const objective = 'The bakery hears within a day.'
    chain.server.do(chain.insurer, [{ type: 'map.change', id: chain.mapId, fields: { objective } }])
    openMap(chain, chain.broker, '?view=outline')
    fireEvent.click(await screen.findByRole('button', { name: objective }))
    expect(await screen.findByRole('article', { name: 'Charter' })).toBeTruthy()
  })

  it('is asked of whoever may write it where nobody has said so', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, '?view=outline')
    fireEvent.click(await screen.findByRole('button', { name: /Write its objective/ }))
    expect(await screen.findByRole('textbox', { name: 'Objective' })).toBeTruthy()
  })

  it('is asked of nobody else', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker, '?view=outline')
    await screen.findByRole('toolbar', { name: 'Map' })
    expect(screen.queryByRole('button', { name: /Write its objective/ })).toBeNull()
  })
})

describe('deleting a map', () => {
  it('is refused while another organisation holds a lane of it, with the reason', async () => {
    const chain = valueChain()
    const { section } = await deletion(chain, chain.insurer)
    expect(section.getByText(/Another organisation holds this lane/)).toBeTruthy()
    expect(section.queryByRole('button')).toBeNull()
  })

  it('is not for partners', async () => {
    const chain = valueChain()
    const { section } = await deletion(chain, chain.broker)
    expect(section.getByText(/Only editors of the organisation that organises/)).toBeTruthy()
    expect(section.queryByRole('button')).toBeNull()
  })

  it('says what goes along, goes on to the partners, and can be undone there', async () => {
    const chain = valueChain()
    const place = chain.server.rows.list('participant', 'organisationId', chain.broker.organisationId)[0]!
    const admin = { ...chain.insurer, role: 'admin' as const }
    chain.server.do(admin, [{ type: 'participant.leave', id: place.id }])
    const { router, section } = await deletion(chain, chain.insurer)
    fireEvent.click(section.getByRole('button', { name: 'Delete Flood cover …' }))
    expect(section.getByText(/3 lanes, 5 touchpoints and 3 links go with it/)).toBeTruthy()
    expect(chain.server.rows.all('map')).toHaveLength(1)
    fireEvent.click(section.getByRole('button', { name: 'Delete it' }))
    await waitFor(() => expect(chain.server.rows.all('map')).toHaveLength(0))
    await waitFor(() => expect(router.state.location.pathname).toMatch(/partners$/))
    fireEvent.click(await screen.findByRole('button', { name: 'Undo: Delete the map Flood cover' }))
    await waitFor(() => expect(chain.server.rows.all('map')).toHaveLength(1))
    expect(chain.server.rows.all('touchpoint')).toHaveLength(5)
  })
})
