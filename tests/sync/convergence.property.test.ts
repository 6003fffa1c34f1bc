// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Author } from '../../shared/rules/author.ts'
import { EcosystemStore } from '../../web/sync/ecosystemStore.ts'
import type { NamedAuthor } from '../../web/sync/shownRows.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { everyRow } from '../support/fakeServer.ts'
import { TabsOf } from '../support/tabs.ts'

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => vi.useRealTimers())

const fault = fc.constantFrom('loseRequest', 'loseAnswer', 'doubleRequest', undefined)
const gesture = fc.record({
  who: fc.constantFrom('insurer' as const, 'broker' as const),
  what: fc.constantFrom('rename', 'add', 'remove', 'retime', 'move', 'undo', 'redo', 'reload'),
  which: fc.nat(6),
  pause: fc.constantFrom(0, 0, 300, 1_500),
})
const story = fc.record({
  faults: fc.array(fault, { maxLength: 12 }),
  gestures: fc.array(gesture, { minLength: 1, maxLength: 14 }),
})

describe('two organisations that edit at the same time over a bad line, and lose their pages', () => {
  it('end up with exactly what the server shows each of them', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ faults, gestures }) => {
        const chain = valueChain()
        const lines = { insurer: [...faults], broker: [...faults].reverse() }
        const tabs = {
          insurer: new TabsOf(chain, chain.insurer),
          broker: new TabsOf(chain, chain.broker),
        }
        const open = (who: 'insurer' | 'broker') =>
          tabs[who].open(chain.server.exchange(chain[who], lines[who]))
        const stores = { insurer: open('insurer'), broker: open('broker') }
        await vi.advanceTimersByTimeAsync(0)
        for (const { who, what, which, pause } of gestures) {
          if (what === 'reload') {
            stores[who].kill()
            stores[who] = open(who)
            await vi.advanceTimersByTimeAsync(pause)
            continue
          }
          const { store } = stores[who]
          if (what === 'undo') void store.undo()
          else if (what === 'redo') void store.redo()
          else void store.change(actionsOf(what, which, who, chain, store), what)
          await vi.advanceTimersByTimeAsync(pause)
        }
        await vi.advanceTimersByTimeAsync(120_000)
        for (const [who, { store, close }] of Object.entries(stores)) {
          close()
          const { rows, saving } = store.snapshot()
          expect(saving).toEqual({ state: 'saved', unsent: 0 })
          expect(living(everyRow(rows))).toEqual(visibleTo(chain, chain[who as keyof typeof stores]))
        }
        expect([...chain.server.effects.values()].every((times) => times === 1)).toBe(true)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('would be noticed doubling, were the server to apply a repeat again', async () => {
    const chain = valueChain()
    chain.server.remembersAnswers = false
    const { store, close } = openStore(chain, chain.insurer, ['doubleRequest'])
    await vi.advanceTimersByTimeAsync(0)
    const fields = { name: 'Once or twice?' }
    void store.change([{ type: 'touchpoint.change', id: chain.cards.quote, fields }], 'rename')
    await vi.advanceTimersByTimeAsync(5_000)
    close()
    expect(Math.max(...chain.server.effects.values())).toBe(2)
  })
})

function openStore(chain: Chain, author: NamedAuthor, faults: Parameters<Chain['server']['exchange']>[1]) {
  const store = new EcosystemStore(chain.server.ecosystemId, author, chain.server.exchange(author, faults))
  return { store, close: store.subscribe(() => {}) }
}

function actionsOf(
  what: string,
  which: number,
  who: 'insurer' | 'broker',
  chain: Chain,
  store: EcosystemStore,
): ActionInput[] {
  const cards = store
    .snapshot()
    .rows.all('touchpoint')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const card = cards[which % Math.max(1, cards.length)]
  const place = {
    insurer: { laneId: chain.lanes.insurer, stageId: chain.stages.need },
    broker: { laneId: chain.lanes.broker, stageId: chain.brokerStages.serve },
  }[who]
  const id = crypto.randomUUID()
  if (what === 'add' || !card)
    return [{ type: 'touchpoint.add', id, ...place, rank: 'a1', name: `Card ${which}` }]
  if (what === 'remove') return [{ type: 'touchpoint.remove', id: card.id }]
  if (what === 'move') return [{ type: 'touchpoint.change', id: card.id, fields: place }]
  if (what === 'retime') {
    const link = store.snapshot().rows.all('link')[which % 3]
    return link ? [{ type: 'link.change', id: link.id, fields: { expectedMinutes: which * 60 } }] : []
  }
  return [{ type: 'touchpoint.change', id: card.id, fields: { name: `Name ${which} by ${who}` } }]
}

function visibleTo(chain: Chain, author: Author) {
  return living(Object.fromEntries(chain.server.pull(author, null).rows.map(({ row }) => [row.id, row])))
}

function living<Row extends { deleted: boolean }>(rows: Record<string, Row>): Record<string, Row> {
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([, row]) => !row.deleted)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
