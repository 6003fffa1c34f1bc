// What somebody else has just changed is pointed out where it is seen, in the colour of their side, and never one's own.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Author } from '../../../shared/rules/author.ts'
import { type Chain, valueChain } from '../../support/chain.ts'
import { FakeSocket } from '../support/fakeSocket.ts'
import { openMap } from '../support/mapPage.ts'

beforeEach(() => FakeSocket.install())

type Named = Author & { name: string }

/** The insurer's page, on which others edit; what the server says of who changed a field is told by `by`. */
async function open(chain: Chain, search: string, by: () => { author: Named; organisation: string } | null) {
  const authors = new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_, path: string) => {
        const said = path.endsWith('/author') ? by() : null
        return said
          ? { personId: said.author.personId, name: said.author.name, organisation: said.organisation }
          : undefined
      },
    },
  )
  openMap(chain, chain.insurer, search, authors)
  await screen.findByRole('heading', { name: 'Flood cover', level: 1 })
  await waitFor(() => expect(FakeSocket.opened.length).toBeGreaterThan(0))
  const socket = FakeSocket.last
  act(() => socket.ready())
  const edit = (author: Author, ...actions: ActionInput[]) => {
    chain.server.do(author, actions)
    act(() => socket.tell({ type: 'changed' }))
  }
  return { edit, tints: recordTints() }
}

interface Tinted {
  by: string | undefined
  place: HTMLElement
  tint: HTMLElement
}

/** Whatever is tinted from now on, also what no longer is. */
function recordTints(): Tinted[] {
  const found: Tinted[] = []
  const take = (node: Node) => {
    if (!(node instanceof HTMLElement)) return
    const tints = [node, ...node.querySelectorAll<HTMLElement>('[data-wash]')].filter(
      ({ dataset }) => dataset.wash,
    )
    for (const tint of tints) found.push({ by: tint.dataset.wash, place: tint.parentElement!, tint })
  }
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) take(node)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  observers.push(observer)
  return found
}

const observers: MutationObserver[] = []
afterEach(() => {
  for (const observer of observers.splice(0)) observer.disconnect()
})

const isTinted = () => document.querySelector('[data-wash]') !== null
const named = (chain: Chain) => ({ author: chain.broker, organisation: 'Oakes & Vale' })
const colleague = (chain: Chain): Named => ({ ...chain.insurer, personId: crypto.randomUUID(), name: 'Bo' })

function renaming(id: string, name: string): ActionInput {
  return { type: 'touchpoint.change', id, fields: { name } }
}

describe('what another organisation changes', () => {
  it('is tinted on its card in their colour for a moment, and on no other', async () => {
    const chain = valueChain()
    const { edit, tints } = await open(chain, '', () => named(chain))
    await screen.findByRole('group', { name: /^Enters/ })
    edit(chain.broker, renaming(chain.cards.lodge, 'Hears of it'))
    const card = await screen.findByRole('group', { name: /^Hears of it/ })
    await waitFor(() => expect(tints).toHaveLength(1))
    const { by, place, tint } = tints[0]!
    expect([by, place, tint.ariaHidden, tint.textContent]).toEqual(['others', card, 'true', ''])
    await waitFor(() => expect(isTinted()).toBe(false), { timeout: 5_000 })
  })

  it('is tinted in the panel at its field alone', async () => {
    const chain = valueChain()
    const { edit, tints } = await open(chain, `?view=outline&select=${chain.cards.lodge}`, () => named(chain))
    const panel = await screen.findByRole('complementary', { name: 'Details' })
    const description = 'By phone'
    edit(chain.broker, { type: 'touchpoint.change', id: chain.cards.lodge, fields: { description } })
    const inPanel = () => tints.filter(({ place }) => panel.contains(place))
    await waitFor(() => expect(inPanel()).toHaveLength(1))
    const field = within(panel).getByRole('textbox', { name: 'What happens' })
    expect(inPanel()[0]!.place.contains(field)).toBe(true)
  })

  it('is tinted in the table in the column that says it', async () => {
    const chain = valueChain()
    const { edit, tints } = await open(chain, '?view=table', () => named(chain))
    await screen.findByRole('row', { name: /^Enters/ })
    const columns = () => tints.map(({ place }) => place.dataset.column)
    edit(chain.broker, { type: 'touchpoint.change', id: chain.cards.lodge, fields: { channel: 'phone' } })
    await waitFor(() => expect(columns()).toEqual(['channel']))
    const mark = {
      type: 'mark.add',
      targetKind: 'touchpoint',
      targetId: chain.cards.lodge,
      with: 'map',
    } as const
    edit(chain.broker, { ...mark, id: crypto.randomUUID(), kind: 'pain' })
    await waitFor(() => expect(columns()).toContain('marks'))
  })

  it('stands in the table at once, in the order and the columns it now belongs in', async () => {
    const chain = valueChain()
    const { edit } = await open(chain, '?view=table', () => named(chain))
    await screen.findByRole('row', { name: /^Enters/ })
    const names = () => [...document.querySelectorAll('[data-column=name]')].map((cell) => cell.textContent)
    fireEvent.click(screen.getByRole('columnheader', { name: /Touchpoint/ }))
    await waitFor(() => expect(names()).toEqual(names().toSorted()))
    expect(screen.queryByRole('columnheader', { name: /Channel/ })).toBeNull()
    const fields = { name: 'Zigzags', channel: 'phone' } as const
    edit(chain.broker, { type: 'touchpoint.change', id: chain.cards.lodge, fields })
    await waitFor(() => expect(names().at(-1)?.trim()).toBe('Zigzags'))
    await screen.findByRole('columnheader', { name: /Channel/ })
    expect((await screen.findByRole('row', { name: /^Zigzags/ })).textContent).toContain('phone')
  })

  it('that is a score they share is tinted beside ours', async () => {
    const chain = valueChain()
    const { edit, tints } = await open(chain, `?view=outline&select=${chain.cards.learn}`, () => named(chain))
    await screen.findByRole('complementary', { name: 'Details' })
    const id = crypto.randomUUID()
    edit(
      chain.broker,
      { type: 'perspective.add', id, targetKind: 'touchpoint', targetId: chain.cards.learn, performance: 3 },
      { type: 'perspective.share', id, with: 'map' },
    )
    const views = await screen.findByRole('region', { name: 'Side by side' })
    await waitFor(() => expect(tints.filter(({ place }) => views.contains(place))).toHaveLength(1))
  })

  it('is not pointed out where only its place has changed', async () => {
    const chain = valueChain()
    const { edit, tints } = await open(chain, '', () => ({
      author: colleague(chain),
      organisation: 'Fernhill',
    }))
    await screen.findByRole('group', { name: /^Decides/ })
    edit(
      chain.insurer,
      { type: 'touchpoint.change', id: chain.cards.decide, fields: { rank: 'z0' } },
      renaming(chain.cards.quote, 'Sends the claim'),
    )
    const card = await screen.findByRole('group', { name: /^Sends the claim/ })
    await waitFor(() => expect(tints.map(({ place }) => place)).toEqual([card]))
  })
})

it('what a colleague changes has our own colour, and what nobody can be named for has none', async () => {
  const chain = valueChain()
  const bo = colleague(chain)
  let by: ReturnType<Parameters<typeof open>[2]> = { author: bo, organisation: 'Fernhill' }
  const { edit, tints } = await open(chain, '', () => by)
  await screen.findByRole('group', { name: /^Decides/ })
  edit(bo, renaming(chain.cards.decide, 'Decides on it'))
  await waitFor(() => expect(tints.map(({ by }) => by)).toEqual(['yours']))
  by = null
  edit(chain.broker, renaming(chain.cards.lodge, 'Hears of it'))
  await waitFor(() => expect(tints.map(({ by }) => by)).toEqual(['yours', 'unknown']))
})

describe('one’s own change', () => {
  it('is not pointed out, here or from another page of one’s own', async () => {
    const chain = valueChain()
    const asked = vi.fn(() => ({ author: chain.insurer, organisation: 'Fernhill' }))
    const { edit, tints } = await open(chain, `?select=${chain.cards.decide}`, asked)
    const panel = await screen.findByRole('complementary', { name: 'Details' })
    const field = within(panel).getByRole('textbox', { name: 'Name' })
    fireEvent.change(field, { target: { value: 'Decides here' } })
    fireEvent.blur(field)
    await waitFor(() =>
      expect(chain.server.rows.get('touchpoint', chain.cards.decide)?.name).toBe('Decides here'),
    )
    edit(chain.insurer, renaming(chain.cards.decide, 'Decides elsewhere'))
    await screen.findByRole('group', { name: /^Decides elsewhere/ })
    await waitFor(() => expect(asked).toHaveBeenCalled())
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(tints).toEqual([])
  })
})
