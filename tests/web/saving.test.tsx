import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readKept } from '../../web/sync/kept/entries.ts'
import { pageStores } from '../../web/sync/pageStores.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { Browser } from '../support/tabLocks.ts'
import { openMap } from './support/mapPage.ts'

let chain: Chain
/** No request arrives while it is on; `answers` speaks in the server's place. */
const line = { isDown: false, answers: null as ((path: string) => Response | null) | null }

beforeEach(() => {
  chain = valueChain()
  Object.defineProperty(navigator, 'locks', { value: new Browser().tab().locks, configurable: true })
})
afterEach(() => {
  Object.assign(line, { isDown: false, answers: null })
  Reflect.deleteProperty(navigator, 'locks')
})

/** Opens a card's details, for its field "What happens". */
async function openCard(cardId = chain.cards.decide) {
  const router = openMap(chain, chain.insurer, `?view=outline&select=${cardId}`)
  const answer = globalThis.fetch
  vi.stubGlobal('fetch', async (input: string, options: RequestInit) => {
    if (line.isDown) throw new TypeError('Failed to fetch')
    return line.answers?.(`${options.method} ${input}`) ?? answer(input, options)
  })
  await screen.findByLabelText('What happens', { selector: 'textarea' })
  return router
}

async function write(text: string) {
  const field = await screen.findByLabelText('What happens', { selector: 'textarea' })
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}

const onServer = () => chain.server.rows.get('touchpoint', chain.cards.decide)!
const colleague = () => ({ ...chain.insurer, personId: crypto.randomUUID(), name: 'Priya' })
const asColleague = (description: string) =>
  chain.server.do(colleague(), [
    { type: 'touchpoint.change', id: chain.cards.decide, fields: { description } },
  ])
const patience = { timeout: 20_000 }
// Finding by role takes long on a page as large as a map.
vi.setConfig({ testTimeout: 60_000 })

function asksBeforeLeaving(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}

describe('while the server cannot be reached', () => {
  it('a banner says how many changes are not sent, and leaving the page is asked about', async () => {
    await openCard()
    expect(asksBeforeLeaving()).toBe(false)
    line.isDown = true
    await write('A clerk reads the report.')
    expect(await screen.findByText(/cannot be reached\. 1 change is not sent yet/)).toBeTruthy()
    expect(screen.getByText(/kept on this device/)).toBeTruthy()
    expect(asksBeforeLeaving()).toBe(true)

    line.isDown = false
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }))
    await waitFor(() => expect(screen.queryByText(/not sent yet/)).toBeNull(), patience)
    expect(onServer().description).toBe('A clerk reads the report.')
    expect(asksBeforeLeaving()).toBe(false)
  })

  it('says that the page has to stay open where the browser keeps nothing', async () => {
    Reflect.deleteProperty(navigator, 'locks')
    await openCard()
    line.isDown = true
    await write('Only here')
    expect(await screen.findByText(/Leave this page open until it is/)).toBeTruthy()
  })
})

describe('signing out with something unsent', () => {
  async function signOut() {
    fireEvent.click(screen.getByLabelText(/^Account of/))
    fireEvent.click(await screen.findByText('Sign out'))
  }
  const answerSignOut = (path: string) =>
    path.startsWith('DELETE') ? new Response(null, { status: 204 }) : null

  it('asks, and discarding leaves nothing of it on the device', async () => {
    const router = await openCard()
    line.answers = (path) =>
      path.includes('/edits') ? new Response(null, { status: 503 }) : answerSignOut(path)
    await write('SECRET-DRAFT')
    await screen.findByText(/not sent yet/, {}, patience)
    expect(JSON.stringify({ ...localStorage })).toContain('SECRET-DRAFT')
    await signOut()
    await screen.findByText('Sign out?', {}, patience)
    expect(screen.getByText('1 change is not sent yet.')).toBeTruthy()
    fireEvent.click(screen.getByText('Discard and sign out'))
    await waitFor(() => expect(router.state.location.pathname).toBe('/'), patience)
    await waitFor(() => expect(JSON.stringify({ ...localStorage })).not.toContain('SECRET-DRAFT'))
    expect(pageStores.size).toBe(0)
    expect(onServer().description).toBe('')
  })

  it('sends first when one says so, then signs out', async () => {
    const router = await openCard()
    let isBusy = true
    line.answers = (path) =>
      isBusy && path.includes('/edits') ? new Response(null, { status: 503 }) : answerSignOut(path)
    await write('Worth sending')
    await screen.findByText(/not sent yet/, {}, patience)
    await signOut()
    isBusy = false
    fireEvent.click(await screen.findByText('Send first', {}, patience))
    await waitFor(() => expect(router.state.location.pathname).toBe('/'), patience)
    expect(onServer().description).toBe('Worth sending')
  })

  it('asks nothing when all is sent', async () => {
    const router = await openCard()
    line.answers = answerSignOut
    await signOut()
    await waitFor(() => expect(router.state.location.pathname).toBe('/'), patience)
    expect(screen.queryByText('Sign out?')).toBeNull()
  })
})

describe('what the server refuses', () => {
  it('is told by the name of the gesture, with the typed text to copy, until one closes it', async () => {
    await openCard()
    line.answers = (path) => {
      if (!path.includes('/edits')) return null
      const [waiting] = readKept(localStorage, { personId: chain.insurer.personId })
      const { clientId, number } = waiting!.kept.edit
      const error = { code: 'edit.notAllowed', message: 'Only the broker may.' }
      return new Response(JSON.stringify({ answers: [{ clientId, number, accepted: false, error }] }))
    }
    await write('A long thought')
    expect(await screen.findByText(/was not done\. Only the broker may\./)).toBeTruthy()
    expect(screen.getByText('A long thought', { selector: 'p' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Copy what you typed' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Close this message' }))
    expect(screen.queryByText(/was not done/)).toBeNull()
    expect(readKept(localStorage, { personId: chain.insurer.personId })).toEqual([])
  })
})

describe('two people in one field', () => {
  it('the earlier reads what replaced their text, and puts it back with one button', async () => {
    await openCard()
    await write('Mine')
    await waitFor(() => expect(onServer().description).toBe('Mine'))
    await waitFor(() => expect(pageStores.unsent().total).toBe(0))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    asColleague('Theirs')
    expect(await screen.findByText(/Your text “Mine” was replaced with “Theirs”/, {}, patience)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Put mine back' }))
    await waitFor(() => expect(onServer().description).toBe('Mine'), patience)
    expect(screen.queryByText(/was replaced/)).toBeNull()
  })

  it('the earlier reads what replaced their choice in the words of the screen, and puts it back', async () => {
    await openCard()
    const what = within(screen.getByRole('region', { name: 'What happens' }))
    fireEvent.click(what.getByRole('combobox', { name: 'Channel' }))
    fireEvent.click(await screen.findByRole('option', { name: 'on site' }))
    await waitFor(() => expect(onServer().channel).toBe('onSite'))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const fields = { channel: 'system' } as const
    chain.server.do(colleague(), [{ type: 'touchpoint.change', id: chain.cards.decide, fields }])
    const words = 'Your “on site” was changed to “system to system”.'
    expect(await screen.findByText(words, { exact: false }, patience)).toBeTruthy()
    expect(screen.getByText('Channel of “Decides the claim”')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Copy what you typed' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Put mine back' }))
    await waitFor(() => expect(onServer().channel).toBe('onSite'), patience)
  })

  it('undo shows what is there now and what it would become, and does what one says', async () => {
    await openCard()
    await write('Mine')
    await waitFor(() => expect(onServer().description).toBe('Mine'))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    asColleague('Theirs')
    await screen.findByText(/was replaced with “Theirs”/, {}, patience)
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    const dialog = await screen.findByRole('dialog', { name: /^Undo: / })
    expect(within(dialog).getByRole('heading', { name: 'What happens of “Decides the claim”' })).toBeTruthy()
    expect(within(dialog).getByText('“Theirs”')).toBeTruthy()
    expect(within(dialog).getByText('nothing')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Put mine back anyway' }))
    await waitFor(() => expect(onServer().description).toBe(''), patience)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
