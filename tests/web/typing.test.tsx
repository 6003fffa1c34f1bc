// What one types reaches the others or stays readable, however its place goes; what one has not touched is not written.
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { RowKind } from '../../shared/model/rows.ts'
import { forgetUnsent } from '../../web/saving/leaving.ts'
import { readKept } from '../../web/sync/kept/entries.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { Browser } from '../support/tabLocks.ts'
import { openMap } from './support/mapPage.ts'

let chain: Chain
beforeEach(() => {
  chain = valueChain()
  Object.defineProperty(navigator, 'locks', { value: new Browser().tab().locks, configurable: true })
})
afterEach(() => Reflect.deleteProperty(navigator, 'locks'))
// Finding by role takes long on a page as large as a map.
vi.setConfig({ testTimeout: 60_000 })
const patience = { timeout: 20_000 }

const card = () => chain.server.rows.get('touchpoint', chain.cards.decide)!
const colleague = () => ({ ...chain.insurer, personId: crypto.randomUUID() })
const asColleague = (...actions: ActionInput[]) => chain.server.do(colleague(), actions)
const shown = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name }, patience)

/** Opens a row's details and types into a field of theirs, without leaving it. */
async function typeAt(select: string, name: string, text: string) {
  const router = openMap(chain, chain.insurer, `?view=outline&select=${select}`)
  const answer = globalThis.fetch
  vi.stubGlobal('fetch', async (input: string, options: RequestInit) => {
    const [, kind, id, field] = /rows\/(\w+)\/([^/]+)\/fields\/(\w+)\/author/.exec(String(input)) ?? []
    if (!kind || !id || !field) return answer(input, options)
    return new Response(JSON.stringify(chain.server.lastAuthor(chain.insurer, kind as RowKind, id, field)))
  })
  const field = await shown(name)
  fireEvent.change(field, { target: { value: text } })
  return { router, field }
}

function says(target: EventTarget, type: string): Event {
  const event = new Event(type, { cancelable: true })
  act(() => void target.dispatchEvent(event))
  return event
}

describe('text that is being typed', () => {
  it('is saved when one goes to another page without leaving the field', async () => {
    const { router } = await typeAt(chain.cards.decide, 'What happens', 'A clerk reads it')
    await act(() => router.navigate({ to: '/', replace: true }))
    await waitFor(() => expect(card().description).toBe('A clerk reads it'), patience)
  })

  it.each([
    ['beforeunload', () => window],
    ['pagehide', () => window],
  ])('is kept on the device when the page goes: %s', async (type, target) => {
    await typeAt(chain.cards.decide, 'What happens', 'A clerk reads it')
    expect(readKept(localStorage, chain.insurer)).toEqual([])
    const leaving = says(target(), type)
    const [left] = readKept(localStorage, chain.insurer)
    expect(left?.kept.edit.actions).toMatchObject([{ fields: { description: 'A clerk reads it' } }])
    expect(leaving.defaultPrevented).toBe(type === 'beforeunload')
  })

  it('is asked about before the page goes where it cannot be saved as it is', async () => {
    const { field } = await typeAt(chain.cards.decide, 'What happens', '')
    fireEvent.click(screen.getAllByRole('button', { name: /to fill$/ })[0]!)
    const promised = await shown('Time promised')
    expect(says(window, 'beforeunload').defaultPrevented, 'nothing typed').toBe(false)
    fireEvent.change(promised, { target: { value: 'soon' } })
    expect(says(window, 'beforeunload').defaultPrevented).toBe(true)
    expect(promised.value).toBe('soon')
    expect(field.value).toBe('')
  })
})

describe('what one has not touched', () => {
  it('is not written, in the names one changes in place', async () => {
    openMap(chain, chain.insurer)
    const stages = await screen.findByRole('navigation', { name: 'Shared stages' })
    fireEvent.doubleClick(within(stages).getByRole('button', { name: 'Claim' }))
    const field = await shown('Name of the stage')
    asColleague({ type: 'stage.change', id: chain.stages.claim, fields: { name: 'Settle' } })
    await waitFor(() => expect(field.value).toBe('Settle'), patience)
    fireEvent.blur(field)
    await screen.findByRole('button', { name: 'Settle' })
    expect(chain.server.rows.get('stage', chain.stages.claim)?.name).toBe('Settle')
  })

  it('is not written, in the name of a card on the canvas; nor what one typed and took back by hand', async () => {
    openMap(chain, chain.insurer)
    fireEvent.doubleClick(await screen.findByRole('group', { name: /^Decides the claim;/ }))
    const field = await shown('Name of the touchpoint')
    fireEvent.change(field, { target: { value: 'Decides the claims' } })
    fireEvent.change(field, { target: { value: 'Decides the claim' } })
    asColleague({ type: 'touchpoint.change', id: chain.cards.decide, fields: { name: 'Settles it' } })
    await screen.findByRole('group', { name: /^Settles it;/ }, patience)
    fireEvent.blur(field)
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Name of the touchpoint' })).toBeNull())
    expect(card().name).toBe('Settles it')
  })

  it('is not written, in a number: it shows what a colleague has put there', async () => {
    const target = { targetKind: 'touchpoint', targetId: chain.cards.decide } as const
    const id = crypto.randomUUID()
    asColleague({ type: 'perspective.add', id, ...target, onBehalfOf: 'customer', sampleSize: 12 })
    openMap(chain, chain.insurer, `?view=outline&select=${chain.cards.decide}`)
    fireEvent.click(await screen.findByRole('radio', { name: 'For the customer' }))
    const field = await shown('How many were asked')
    expect(field.value).toBe('12')
    fireEvent.focus(field)
    asColleague({ type: 'perspective.change', id, fields: { sampleSize: 41 } })
    await waitFor(() => expect(field.value).toBe('41'), patience)
    fireEvent.blur(field)
    expect(chain.server.rows.get('perspective', id)?.sampleSize).toBe(41)
    fireEvent.change(field, { target: { value: '57' } })
    fireEvent.blur(field)
    await waitFor(() => expect(chain.server.rows.get('perspective', id)?.sampleSize).toBe(57), patience)
  })
})

describe('a comment that is not sent yet', () => {
  const begun = 'Who phones them?'
  const open = (author = chain.insurer, select = chain.cards.decide) =>
    openMap(chain, author, `?view=outline&select=${select}`)

  it('waits at its place while one looks at something else, and closing the tab over it is asked about', async () => {
    const router = open()
    fireEvent.change(await shown('Write a comment'), { target: { value: begun } })
    expect(says(window, 'beforeunload').defaultPrevented).toBe(true)
    const select = (id: string) =>
      act(() =>
        router.navigate({ to: router.state.location.pathname, search: { view: 'outline', select: id } }),
      )
    await select(chain.cards.learn)
    await screen.findByRole('heading', { name: 'Learns the outcome' }, patience)
    expect((await shown('Write a comment')).value).toBe('')
    expect(says(window, 'beforeunload').defaultPrevented).toBe(false)
    await select(chain.cards.decide)
    await waitFor(async () => expect((await shown('Write a comment')).value).toBe(begun), patience)
  })

  it('is nobody else’s: not of another organisation in the same tab, not of whoever signs in next', async () => {
    open()
    fireEvent.change(await shown('Write a comment'), { target: { value: begun } })
    cleanup()
    const organisationId = chain.broker.organisationId
    open({ ...chain.insurer, organisationId })
    expect((await shown('Write a comment')).value).toBe('')
    cleanup()
    forgetUnsent(chain.insurer.personId)
    open()
    expect((await shown('Write a comment')).value).toBe('')
  })

  it('opens the reply again that was begun', async () => {
    const target = { targetKind: 'touchpoint', targetId: chain.cards.decide } as const
    asColleague({ type: 'comment.add', id: crypto.randomUUID(), ...target, text: 'Slow.', with: 'map' })
    open()
    fireEvent.click(await screen.findByRole('button', { name: 'Reply' }, patience))
    fireEvent.change(await shown('Reply'), { target: { value: begun } })
    cleanup()
    open()
    expect((await shown('Reply')).value).toBe(begun)
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    cleanup()
    open()
    await shown('Write a comment')
    expect(screen.queryByRole('textbox', { name: 'Reply' })).toBeNull()
  })

  it('stays readable when its card is removed, and goes along to the card that is added again', async () => {
    open(chain.insurer, chain.cards.learn)
    fireEvent.change(await shown('Write a comment'), { target: { value: begun } })
    asColleague({ type: 'touchpoint.remove', id: chain.cards.learn })
    const panel = within(await screen.findByRole('article', { name: 'Removed card' }, patience))
    expect(panel.getByText(begun, { selector: 'p' })).toBeTruthy()
    fireEvent.click(panel.getByRole('button', { name: 'Add the card again, with your text' }))
    await screen.findByRole('textbox', { name: 'Write a comment' }, patience)
    expect((await shown('Write a comment')).value).toBe(begun)
  })
})

describe('when somebody removes what one is writing about', () => {
  it('the panel stays with the text, who it was, and the card again with the text in it', async () => {
    await typeAt(chain.cards.learn, 'What happens', 'They hear it by phone')
    const priya = { ...colleague(), name: 'Priya' }
    chain.server.do(priya, [{ type: 'touchpoint.remove', id: chain.cards.learn }])
    const panel = within(await screen.findByRole('article', { name: 'Removed card' }, patience))
    expect(panel.getByText('They hear it by phone', { selector: 'p' })).toBeTruthy()
    await panel.findByText(
      'This card was removed by Priya (Fernhill) while you were typing. Your text:',
      {},
      patience,
    )
    expect(panel.getByRole('button', { name: 'Copy' })).toBeTruthy()
    expect(screen.getAllByText('They hear it by phone'), 'said in one place').toHaveLength(1)
    expect(readKept(localStorage, chain.insurer), 'also after a reload').toHaveLength(1)

    fireEvent.click(panel.getByRole('button', { name: 'Add the card again, with your text' }))
    expect((await shown('What happens')).value).toBe('They hear it by phone')
    const again = () => chain.server.rows.all('touchpoint').find((one) => /by phone/.test(one.description))
    await waitFor(() => expect(again()?.name).toBe('Learns the outcome'), patience)
    expect(readKept(localStorage, chain.insurer)).toEqual([])
  })

  it('the text waits in the corner of the map when one looks at something else, until one closes it', async () => {
    const { router } = await typeAt(chain.links.outcome, 'What passes', 'The whole file')
    asColleague({ type: 'link.remove', id: chain.links.outcome })
    await screen.findByText(/^This handoff was removed.* while you were typing/, {}, patience)
    const search = { view: 'outline', select: chain.cards.decide } as const
    await act(() => router.navigate({ to: router.state.location.pathname, search }))
    expect(await screen.findByText(/was not done\. This link is not here any more/)).toBeTruthy()
    expect(screen.getByText('The whole file', { selector: 'p' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Close this message' }))
    expect(screen.queryByText('The whole file')).toBeNull()
  })

  it('what one is writing into a handoff that becomes a plain link stays readable on it', async () => {
    await typeAt(chain.links.outcome, 'What passes', 'The whole file')
    const place = { laneId: chain.lanes.insurer, stageId: chain.stages.claim, rank: 'z0' }
    asColleague({ type: 'touchpoint.change', id: chain.cards.learn, fields: place })
    const written = within(await screen.findByRole('region', { name: 'What is written on it' }, patience))
    expect(written.getByText('The whole file')).toBeTruthy()
    await waitFor(
      () => expect(chain.server.rows.get('link', chain.links.outcome)?.passes).toBe('The whole file'),
      patience,
    )
  })
})
