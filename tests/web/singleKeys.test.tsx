// Commands of a single key, and how one does without them.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { isSingleKey } from '../../web/shell/singleKeys.ts'
import { someone, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openMap } from './support/mapPage.ts'
import { openPage } from './support/page.tsx'

const canvas = () => screen.findByRole('region', { name: /^Map Flood cover/ })
const digest = { 'GET /api/inbox/digest': { status: 200, body: { digest: 'daily' } } }

it('are switched off in the settings for oneself on this device, and the map says so', async () => {
  const chain = valueChain()
  serveChain(chain, chain.insurer, digest)
  const router = openPage('/settings')
  const choice = await screen.findByRole('switch', { name: /^Single keys are commands/ })
  fireEvent.click(choice)
  await waitFor(() => expect((choice as HTMLInputElement).checked).toBe(false))
  await router.navigate({ href: `/ecosystems/${chain.server.ecosystemId}/maps/${chain.mapId}` })

  const surface = await canvas()
  fireEvent.click(await screen.findByRole('group', { name: /^Decides the claim;/ }))
  for (const key of ['m', 'n', '3', '?']) fireEvent.keyDown(surface, { key })
  expect(screen.queryByRole('textbox', { name: 'Name of the new touchpoint' })).toBeNull()
  expect(screen.queryByRole('dialog', { name: 'Keys on the map' })).toBeNull()
  expect(router.state.location.search).not.toHaveProperty('lens')
  expect(chain.server.rows.all('mark')).toHaveLength(0)
  // What is no single key goes on working.
  fireEvent.keyDown(surface, { key: 'Enter' })
  fireEvent.keyDown(await screen.findByRole('textbox', { name: 'Name of the touchpoint' }), { key: 'Escape' })
  fireEvent.click(screen.getByRole('button', { name: 'Keys' }))
  const help = within(await screen.findByRole('dialog', { name: 'Keys on the map' }))
  expect(help.getByText(/You have switched off single letters/)).toBeTruthy()
})

it('stay on for everybody else who signs in on the device', async () => {
  const chain = valueChain()
  localStorage.setItem(`interlane.singleKeys.${someone().personId}`, 'off')
  openMap(chain, chain.insurer)
  const surface = await canvas()
  fireEvent.click(await screen.findByRole('group', { name: /^Decides the claim;/ }))
  fireEvent.keyDown(surface, { key: 'm' })
  await waitFor(() => expect(chain.server.rows.all('mark')).toHaveLength(1))
  fireEvent.keyDown(surface, { key: '?' })
  await screen.findByRole('dialog', { name: 'Keys on the map' })
})

it('are letters, digits and signs, never keys with a name or with another held', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false }
  expect(['p', 'P', '3', '?', '['].every((key) => isSingleKey({ ...plain, key }))).toBe(true)
  expect(['Enter', 'ArrowUp', 'Delete', ' ', 'F2'].some((key) => isSingleKey({ ...plain, key }))).toBe(false)
  expect(isSingleKey({ ...plain, ctrlKey: true, key: 'z' })).toBe(false)
})
