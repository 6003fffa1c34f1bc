// @vitest-environment jsdom
// Who saved something, left, and was overwritten meanwhile is told when they come back.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { EcosystemStore } from '../../web/sync/ecosystemStore.ts'
import { readEntered, writeEntered } from '../../web/sync/kept/entered.ts'
import { forgetKept } from '../../web/sync/kept/entries.ts'
import type { NamedAuthor } from '../../web/sync/shownRows.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { TabsOf } from '../support/tabs.ts'

let chain: Chain
let colleague: NamedAuthor
let tabs: TabsOf
beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  chain = valueChain()
  colleague = { ...chain.insurer, personId: crypto.randomUUID(), name: 'Priya' }
  tabs = new TabsOf(chain, chain.insurer)
})
afterEach(() => {
  tabs.closeAll()
  vi.useRealTimers()
})

const settle = (milliseconds = 5_000) => vi.advanceTimersByTimeAsync(milliseconds)
const change = (fields: object): ActionInput[] => [
  { type: 'touchpoint.change', id: chain.cards.quote, fields } as ActionInput,
]
const replacedIn = (store: EcosystemStore) =>
  store.snapshot().notices.flatMap(({ replaced }) => replaced ?? [])
const place = (author: NamedAuthor = chain.insurer) => ({ ...author, ecosystemId: chain.server.ecosystemId })
const entered = (author?: NamedAuthor) => readEntered(localStorage, place(author))

async function open(of = tabs) {
  const tab = of.open()
  await settle(0)
  return tab
}

/** Saves a text, then closes the page. */
async function saveAndLeave(fields: object = { name: 'Mine' }) {
  const tab = await open()
  void tab.store.change(change(fields), 'Rename')
  await settle()
  tab.kill()
}

it('is told who replaced it and with what, and can put it back', async () => {
  await saveAndLeave()
  chain.server.do(colleague, change({ name: 'Theirs' }))
  const { store } = await open()
  await settle()
  expect(replacedIn(store)).toMatchObject([
    { field: 'name', mine: 'Mine', theirs: 'Theirs', by: { name: 'Priya', organisation: 'Fernhill' } },
  ])
  store.restore(store.snapshot().notices[0]!.id)
  await settle()
  expect(chain.server.rows.get('touchpoint', chain.cards.quote)?.name).toBe('Mine')
})

it('is told again on each page until one has taken note of it, then never', async () => {
  await saveAndLeave()
  chain.server.do(colleague, change({ name: 'Theirs' }))
  const first = await open()
  await settle()
  expect(replacedIn(first.store)).toHaveLength(1)
  first.kill()
  const second = await open()
  await settle()
  expect(replacedIn(second.store)).toHaveLength(1)
  second.store.dismiss(second.store.snapshot().notices[0]!.id)
  second.kill()
  const third = await open()
  await settle()
  expect(replacedIn(third.store)).toEqual([])
})

it('nothing is told while it stands, of what one took back, or of what one replaced oneself elsewhere', async () => {
  await saveAndLeave()
  const second = await open()
  await settle()
  expect(replacedIn(second.store)).toEqual([])
  void second.store.change(change({ purpose: 'To know the price' }), 'Purpose')
  await settle()
  void second.store.undo()
  await settle()
  second.kill()
  chain.server.do(chain.insurer, change({ name: 'Mine, on the phone' }))
  chain.server.do(colleague, change({ purpose: 'Theirs' }))
  const third = await open()
  await settle()
  expect(replacedIn(third.store)).toEqual([])
})

it('is kept for its person and organisation alone, and nothing of it after signing out', async () => {
  await saveAndLeave()
  expect(entered()).toMatchObject([{ field: 'name', value: 'Mine' }])
  expect(entered({ ...chain.insurer, organisationId: chain.broker.organisationId })).toEqual([])
  chain.server.do(colleague, change({ name: 'Theirs' }))
  const other = await open(new TabsOf(chain, { ...chain.insurer, personId: crypto.randomUUID() }))
  await settle()
  expect(replacedIn(other.store)).toEqual([])
  other.close()
  forgetKept(localStorage, chain.insurer.personId)
  expect(JSON.stringify({ ...localStorage })).not.toContain('Mine')
})

it('is kept for a week, and within bounds', async () => {
  await saveAndLeave()
  await settle(8 * 24 * 60 * 60 * 1_000)
  expect(entered()).toEqual([])
  const long = Array.from({ length: 300 }, (_, index) => {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    return { kind: 'touchpoint' as const, id, field: 'description', value: 'long '.repeat(400) }
  })
  writeEntered(localStorage, place(), long)
  expect(entered().at(-1)?.id).toBe(long.at(-1)!.id)
  expect(entered().length).toBeLessThan(150)
  expect(entered().length).toBeGreaterThan(50)
})
