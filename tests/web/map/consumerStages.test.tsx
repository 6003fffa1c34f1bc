import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

it('offers a consumer’s stages at once where a lane becomes B2C, as one step that undo takes back', async () => {
  const chain = valueChain()
  openMap(chain, chain.insurer, `?view=outline&select=${chain.lanes.bakery}`)
  const details = await screen.findByRole('complementary', { name: 'Details' })
  expect(within(details).queryByRole('group', { name: 'Stages of a consumer' })).toBeNull()
  fireEvent.click(within(details).getByRole('combobox', { name: 'Nature' }))
  fireEvent.click(await screen.findByRole('option', { name: 'consumer (B2C)' }))
  const offer = await within(details).findByRole('group', { name: 'Stages of a consumer' })
  expect(
    within(offer).getByText(/Discover, Consider, Buy, Receive, Use, Get help, Renew or leave/),
  ).toBeTruthy()
  await waitFor(() => expect(chain.server.rows.get('lane', chain.lanes.bakery)?.nature).toBe('b2c'))
  const edits = chain.server.effects.size
  fireEvent.click(within(offer).getByRole('button', { name: 'Give it these stages' }))
  await waitFor(() => expect(chain.server.rows.get('lane', chain.lanes.bakery)?.ownStages).toBe(true))
  expect(chain.server.effects.size).toBe(edits + 1)
  expect(within(details).queryByRole('group', { name: 'Stages of a consumer' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /^Undo: Give/ }))
  await waitFor(() => expect(chain.server.rows.get('lane', chain.lanes.bakery)?.ownStages).toBe(false))
})
