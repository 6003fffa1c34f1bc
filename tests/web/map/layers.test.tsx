import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

it('a touchpoint says which layer of the relationship it is part of, for whoever lives it to choose', async () => {
  const chain = valueChain()
  const id = chain.cards.lodge
  openMap(chain, chain.broker, `?view=table&select=${id}`)
  const panel = within(await screen.findByRole('complementary', { name: 'Details' }))
  const happens = within(await panel.findByRole('region', { name: 'What happens' }))
  fireEvent.click(happens.getByRole('button', { name: /to fill/ }))
  fireEvent.click(happens.getByRole('combobox', { name: 'Layer of the relationship' }))
  fireEvent.click(await screen.findByRole('option', { name: 'commercial: terms and plans' }))
  await waitFor(() => expect(chain.server.rows.get('touchpoint', id)?.layer).toBe('commercial'))
  expect(await screen.findByRole('gridcell', { name: 'commercial' })).toBeTruthy()
})

it('the filter leaves one layer of a map', async () => {
  const chain = valueChain()
  const change = (id: string, layer: 'commercial' | 'operational') =>
    ({ type: 'touchpoint.change', id, fields: { layer } }) as const
  chain.server.do(chain.broker, [change(chain.cards.lodge, 'commercial')])
  chain.server.do(chain.insurer, [change(chain.cards.quote, 'operational')])
  const router = openMap(chain, chain.insurer, '?view=outline')
  fireEvent.click(await screen.findByRole('button', { name: 'Filter' }))
  fireEvent.click(await screen.findByRole('combobox', { name: 'Layer of the relationship' }))
  fireEvent.click(await screen.findByRole('option', { name: 'commercial: terms and plans' }))
  await waitFor(() => expect(router.state.location.search).toMatchObject({ layer: 'commercial' }))
  await waitFor(() => expect(screen.queryByText('Prices the risk')).toBeNull())
  expect(screen.getByText('Enters the risk in the portal')).toBeTruthy()
  expect(screen.getByText(/commercial layer/)).toBeTruthy()
})
