import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { tangledChain } from '../../support/tangledChain.ts'
import { openMap } from '../support/mapPage.ts'

it('tidies up with one button as one step, says what has happened, and undo takes it back', async () => {
  const chain = tangledChain()
  const stored = () =>
    chain.tangled.map((id) => {
      const { column, rank } = chain.server.rows.get('touchpoint', id)!
      return { column, rank }
    })
  const before = stored()
  const edits = chain.server.effects.size
  openMap(chain, chain.insurer)
  fireEvent.click(await screen.findByRole('button', { name: 'Tidy up: fewer links cross' }))
  expect(
    await screen.findByText(/^Tidied up: \d+ touchpoints have a new place, 1 of others stay$/),
  ).toBeTruthy()
  await waitFor(() => expect(stored()).not.toEqual(before))
  expect(chain.server.effects.size).toBe(edits + 1)

  fireEvent.click(await screen.findByRole('button', { name: 'Undo: Tidy up' }))
  await waitFor(() => expect(stored()).toEqual(before))
})

it('is not offered to those who only read', async () => {
  const chain = tangledChain()
  openMap(chain, { ...chain.insurer, role: 'viewer' })
  const button = await screen.findByRole('button', { name: /^Viewers read and comment/ })
  expect(button.hasAttribute('disabled')).toBe(true)
})
