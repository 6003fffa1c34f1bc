// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiFailure } from '../../web/api/client.ts'
import { EcosystemStore } from '../../web/sync/ecosystemStore.ts'
import type { Exchange } from '../../web/sync/exchange.ts'
import { OpenStores } from '../../web/sync/openStores.ts'
import type { NamedAuthor } from '../../web/sync/shownRows.ts'
import { type Chain, someone, valueChain } from '../support/chain.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const settle = (milliseconds = 5_000) => vi.advanceTimersByTimeAsync(milliseconds)

/** Stores of many ecosystems; all of them are lines to the same server. */
function manyStores(chain: Chain, line: Exchange = chain.server.exchange(chain.insurer)) {
  return new OpenStores(
    (_, author: NamedAuthor) => new EcosystemStore(chain.server.ecosystemId, author, line),
  )
}

const rename = (chain: Chain) =>
  [{ type: 'touchpoint.change', id: chain.cards.quote, fields: { name: 'New' } }] as const

describe('the stores of a page', () => {
  it('are the same for the same ecosystem and author, and others for another role or organisation', () => {
    const chain = valueChain()
    const stores = manyStores(chain)
    const first = stores.storeOf('a', chain.insurer)
    expect(stores.storeOf('a', { ...chain.insurer })).toBe(first)
    expect(stores.storeOf('a', { ...chain.insurer, role: 'viewer' })).not.toBe(first)
    expect(stores.storeOf('a', chain.broker)).not.toBe(first)
  })

  it('stay a few when nobody looks at them any more, however many ecosystems one opens', async () => {
    const chain = valueChain()
    const stores = manyStores(chain)
    for (let count = 0; count < 40; count += 1) {
      const leave = stores.storeOf(`ecosystem ${count}`, chain.insurer).subscribe(() => {})
      await settle(1_000)
      leave()
    }
    await settle(60_000)
    expect(stores.size).toBeLessThanOrEqual(3)
  })

  it('are kept while somebody looks at them, all of them', async () => {
    const chain = valueChain()
    const stores = manyStores(chain)
    const ids = Array.from({ length: 8 }, (_, index) => `ecosystem ${index}`)
    const leaving = ids.map((id) => stores.storeOf(id, chain.insurer).subscribe(() => {}))
    await settle(120_000)
    expect(stores.size).toBe(8)
    for (const leave of leaving) leave()
  })

  it('are kept with what is unsent in them, which is counted and sent when it can be', async () => {
    const chain = valueChain()
    const line = chain.server.exchange(chain.insurer)
    let isDeaf = true
    const stores = manyStores(chain, {
      ...line,
      send: (edits) =>
        isDeaf ? Promise.reject(new ApiFailure(0, 'network.unreachable', 'No.')) : line.send(edits),
    })
    const told: number[] = []
    stores.subscribe(() => told.push(stores.unsent().total))
    const store = stores.storeOf('first', chain.insurer)
    const leave = store.subscribe(() => {})
    await settle(0)
    void store.change(rename(chain), 'Rename')
    leave()
    for (let count = 0; count < 10; count += 1) stores.storeOf(`ecosystem ${count}`, chain.insurer)
    await settle(60_000)
    expect(stores.storeOf('first', chain.insurer)).toBe(store)
    expect(stores.unsent()).toMatchObject({ total: 1, isOffline: true })
    expect(stores.unsent().byOrganisation.get(chain.insurer.organisationId)).toBe(1)
    isDeaf = false
    stores.retry()
    await settle()
    expect(chain.server.rows.get('touchpoint', chain.cards.quote)?.name).toBe('New')
    expect(stores.unsent()).toMatchObject({ total: 0, isOffline: false })
    expect(told).toContain(1)
    expect(told.at(-1)).toBe(0)
  })

  it('of another person are closed, and send nothing more', async () => {
    const chain = valueChain()
    let sent = 0
    const line = chain.server.exchange(chain.insurer)
    const stores = manyStores(chain, {
      ...line,
      send: () => {
        sent += 1
        return Promise.reject(new ApiFailure(0, 'network.unreachable', 'No.'))
      },
    })
    const store = stores.storeOf('first', chain.insurer)
    const leave = store.subscribe(() => {})
    await settle(0)
    void store.change(rename(chain), 'Rename')
    await settle(0)
    leave()
    expect(stores.unsent().total).toBe(1)
    stores.storeOf('first', someone())
    const before = sent
    await settle(60_000)
    expect(sent).toBe(before)
    expect(stores.unsent().total).toBe(0)
  })
})

it('a store remembers no more of one’s own edits than undo can use', async () => {
  const chain = valueChain()
  const store = new EcosystemStore(
    chain.server.ecosystemId,
    chain.insurer,
    chain.server.exchange(chain.insurer),
  )
  const leave = store.subscribe(() => {})
  await settle(0)
  const references = []
  for (let count = 0; count < 1_100; count += 1) {
    const fields = { name: `Name ${count}` }
    const answer = store.change([{ type: 'touchpoint.change', id: chain.cards.quote, fields }], 'Rename')
    await settle(2_000)
    references.push(await answer)
  }
  leave()
  const { rows } = store.snapshot()
  const remembered = references.filter((edit) => rows.changesOf(edit) !== undefined)
  expect(remembered.length).toBeGreaterThan(500)
  expect(remembered.length).toBeLessThanOrEqual(1_000)
}, 30_000)
