// Acting for another organisation is always visible, and asked about while something is unsent for the one before.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { actAs, actingOrganisation } from '../../web/api/actingOrganisation.ts'
import { readKept } from '../../web/sync/kept/entries.ts'
import { pageStores } from '../../web/sync/pageStores.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { Browser } from '../support/tabLocks.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

let chain: Chain
let isDown = false
// Finding by role takes long on a page as large as a map.
vi.setConfig({ testTimeout: 60_000 })
const patience = { timeout: 20_000 }

beforeEach(() => {
  chain = valueChain()
  isDown = false
  Object.defineProperty(navigator, 'locks', { value: new Browser().tab().locks, configurable: true })
})
afterEach(() => Reflect.deleteProperty(navigator, 'locks'))

/** Somebody of two organisations opens a card as Fernhill. */
async function openAsFernhill() {
  const { server, insurer, broker } = chain
  const [fernhill, oakes] = [insurer, broker].map(
    ({ organisationId }) => server.organisations.find(({ id }) => id === organisationId)!,
  )
  const memberships = [
    { organisation: fernhill, role: 'editor', withheld: [], admins: [] },
    { organisation: oakes, role: 'editor', withheld: [], admins: [] },
  ]
  const person = { id: insurer.personId, name: 'Ines Holm', email: 'ines@example.com', emailVerified: true }
  const { received } = serveChain(chain, insurer, {
    'GET /api/account': { status: 200, body: { person, memberships, sendsMail: false } },
    [`POST /api/ecosystems/${server.ecosystemId}/edits`]: ({ body }) =>
      isDown ? { status: 503 } : { status: 200, body: server.send(insurer, (body as { edits: [] }).edits) },
  })
  actAs(insurer.organisationId)
  const { ecosystemId } = server
  openPage(`/ecosystems/${ecosystemId}/maps/${chain.mapId}?view=outline&select=${chain.cards.decide}`)
  await screen.findByLabelText('What happens', { selector: 'textarea' }, patience)
  return received
}

async function writeUnsent(text: string) {
  isDown = true
  const field = screen.getByLabelText('What happens', { selector: 'textarea' })
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
  await waitFor(() => expect(pageStores.unsent().total).toBe(1), patience)
}

async function chooseOakes() {
  fireEvent.click(screen.getByLabelText('Acting for Fernhill. Switch organisation'))
  fireEvent.click(await screen.findByRole('menuitemradio', { name: /Oakes & Vale/ }, patience))
}

const askedDialog = () => screen.findByRole('dialog', { name: 'Act for Oakes & Vale?' }, patience)

it('asks before one switches with something unsent, and staying changes nothing', async () => {
  await openAsFernhill()
  await writeUnsent('A clerk reads it')
  await chooseOakes()
  const dialog = await askedDialog()
  expect(dialog.textContent).toContain('1 change is not sent yet')
  expect(dialog.textContent).toContain('still sent for Fernhill, never for Oakes & Vale')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Stay with Fernhill' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patience)
  expect(actingOrganisation()).toBe(chain.insurer.organisationId)
  expect(screen.getByLabelText('Acting for Fernhill. Switch organisation')).toBeTruthy()
})

it('switches visibly when one says so, and sends what is unsent for the organisation it was done for', async () => {
  const received = await openAsFernhill()
  await writeUnsent('A clerk reads it')
  await chooseOakes()
  fireEvent.click(within(await askedDialog()).getByRole('button', { name: 'Act for Oakes & Vale' }))
  expect(
    await screen.findByLabelText('Acting for Oakes & Vale. Switch organisation', {}, patience),
  ).toBeTruthy()
  expect(actingOrganisation()).toBe(chain.broker.organisationId)
  isDown = false
  pageStores.retry()
  const description = () => chain.server.rows.get('touchpoint', chain.cards.decide)?.description
  await waitFor(() => expect(description()).toBe('A clerk reads it'), patience)
  const names = received
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/edits'))
    .map(({ headers }) => headers.get('Interlane-Organisation'))
  expect(new Set(names)).toEqual(new Set([chain.insurer.organisationId]))
  expect(readKept(localStorage, { personId: chain.insurer.personId })).toEqual([])
})

it('asks nothing when all is sent', async () => {
  await openAsFernhill()
  await chooseOakes()
  expect(
    await screen.findByLabelText('Acting for Oakes & Vale. Switch organisation', {}, patience),
  ).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})
