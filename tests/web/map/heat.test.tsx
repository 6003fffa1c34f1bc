import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PerformanceTab } from '../../../web/map/canvas/PerformanceTab.tsx'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

it('lets one choose in the legend by what the cards are coloured, and keeps it in the address', async () => {
  const chain = valueChain()
  const router = openMap(chain, chain.insurer, '?lens=heat')
  const choice = within(await screen.findByRole('group', { name: 'What Heat shows' }))
  expect(choice.getByRole('button', { name: 'Marks' }).ariaPressed).toBe('true')
  fireEvent.click(choice.getByRole('button', { name: 'How well it works' }))
  expect(await screen.findByText(/the lowest score you may see/)).toBeTruthy()
  expect(router.state.location.search).toMatchObject({ lens: 'heat', heat: 'performance' })
  fireEvent.click(choice.getByRole('button', { name: 'Marks' }))
  await waitFor(() => expect(router.state.location.search).toEqual({ lens: 'heat' }))
})

it('says the scores and which way they go in the corner of a card', () => {
  const { container } = render(<PerformanceTab performance={{ lowest: 3, highest: 9, trend: 'worse' }} />)
  expect(container.textContent).toBe('3–9')
  expect(container.querySelector('[data-band="weak"] svg')).toBeTruthy()
})

it('asks which way it goes once there is a score, and takes it back with one undo', async () => {
  const chain = valueChain()
  openMap(chain, chain.broker, `?view=outline&select=${chain.cards.learn}`)
  const panel = await screen.findByRole('complementary', { name: 'Details' })
  const ours = within(panel).getByRole('region', { name: 'Our view' })
  expect(within(ours).queryByRole('combobox', { name: 'Which way it goes' })).toBeNull()
  fireEvent.click(within(ours).getByRole('radio', { name: '3' }))
  fireEvent.click(await within(ours).findByRole('combobox', { name: 'Which way it goes' }))
  fireEvent.click(await screen.findByRole('option', { name: 'getting worse' }))
  const view = () => chain.server.rows.all('perspective')[0]
  await waitFor(() => expect(view()).toMatchObject({ performance: 3, performanceTrend: 'worse' }))
  expect(view()?.audience).toEqual([`org:${chain.broker.organisationId}`])
  fireEvent.click(screen.getByRole('button', { name: /^Undo/ }))
  await waitFor(() => expect(view()).toMatchObject({ performance: 3, performanceTrend: null }))
})
