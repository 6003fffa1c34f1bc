// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applyEdit } from '../../shared/edits/applyEdit.ts'
import type { Author } from '../../shared/rules/author.ts'
import { signing } from '../../shared/rules/author.ts'
import { ApiFailure } from '../../web/api/client.ts'
import { EcosystemStore } from '../../web/sync/ecosystemStore.ts'
import type { Exchange } from '../../web/sync/exchange.ts'
import type { NamedAuthor } from '../../web/sync/shownRows.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { everyRow } from '../support/fakeServer.ts'

const open: (() => void)[] = []

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  for (const close of open.splice(0)) close()
  vi.useRealTimers()
})

async function openStore(chain: Chain, author: NamedAuthor, exchange?: Exchange): Promise<EcosystemStore> {
  const line = exchange ?? chain.server.exchange(author)
  const store = new EcosystemStore(chain.server.ecosystemId, author, line)
  open.push(store.subscribe(() => {}))
  await settle(0)
  return store
}

const settle = (milliseconds = 5_000) => vi.advanceTimersByTimeAsync(milliseconds)

const nameOf = (store: EcosystemStore, id: string) => store.snapshot().rows.get('touchpoint', id)?.name

function rename(id: string, name: string) {
  return [{ type: 'touchpoint.change', id, fields: { name } }] as const
}

describe('the store of an ecosystem', () => {
  it('shows an edit at once and says when it is saved', async () => {
    const chain = valueChain()
    const store = await openStore(chain, chain.insurer)
    const answer = store.change(rename(chain.cards.quote, 'Prices the flood risk'), 'Rename')
    expect(nameOf(store, chain.cards.quote)).toBe('Prices the flood risk')
    expect(store.snapshot().saving).toMatchObject({ state: 'saving', unsent: 1 })
    await settle()
    expect(await answer).toMatchObject({ accepted: true })
    expect(store.snapshot().saving).toEqual({ state: 'saved', unsent: 0 })
    expect(chain.server.rows.get('touchpoint', chain.cards.quote)?.name).toBe('Prices the flood risk')
  })

  it('brings another organisation its changes by pulling, within two seconds', async () => {
    const chain = valueChain()
    const ours = await openStore(chain, chain.insurer)
    const theirs = await openStore(chain, chain.broker)
    void ours.change(rename(chain.cards.quote, 'Prices it'), 'Rename')
    await settle(2_000)
    expect(nameOf(theirs, chain.cards.quote)).toBe('Prices it')
    expect(everyRow(theirs.snapshot().rows)[chain.cards.quote]).toEqual(
      everyRow(chain.server.rows)[chain.cards.quote],
    )
  })

  it('loses and doubles nothing when requests and answers get lost or arrive twice', async () => {
    const chain = valueChain()
    const faults = [
      'loseAnswer',
      'loseRequest',
      'doubleRequest',
      'loseAnswer',
      undefined,
      'loseRequest',
    ] as const
    const line = chain.server.exchange(chain.insurer, [...faults])
    const store = await openStore(chain, chain.insurer, line)
    const ids = Array.from({ length: 8 }, () => crypto.randomUUID())
    for (const [index, id] of ids.entries()) {
      const { insurer: laneId } = chain.lanes
      const name = `Card ${index}`
      void store.change(
        [{ type: 'touchpoint.add', id, laneId, stageId: chain.stages.need, rank: `b${index}`, name }],
        'Add',
      )
      await settle(300)
    }
    await settle(60_000)
    const made = ids.map((id) => chain.server.rows.get('touchpoint', id)?.name)
    expect(made).toEqual(ids.map((_, index) => `Card ${index}`))
    expect(new Set(chain.server.effects.values())).toEqual(new Set([1]))
    expect(store.snapshot().saving).toEqual({ state: 'saved', unsent: 0 })
    expect(everyRow(store.snapshot().rows)).toEqual(visibleTo(chain, chain.insurer))
  })

  it('says that it is offline with what waits, keeps showing it, and sends it later', async () => {
    const chain = valueChain()
    const lost = Array.from({ length: 3 }, () => 'loseRequest' as const)
    const store = await openStore(chain, chain.insurer, chain.server.exchange(chain.insurer, lost))
    void store.change(rename(chain.cards.quote, 'Typed on a train'), 'Rename')
    await settle(0)
    expect(store.snapshot().saving).toMatchObject({ state: 'offline', unsent: 1 })
    expect(nameOf(store, chain.cards.quote)).toBe('Typed on a train')
    await settle(30_000)
    expect(chain.server.rows.get('touchpoint', chain.cards.quote)?.name).toBe('Typed on a train')
  })

  it('has what it missed, and has sent what waited, within five seconds of the server’s return', async () => {
    const chain = valueChain()
    let isAway = false
    const line = chain.server.exchange(chain.insurer)
    const ask = <Answer>(carry: () => Promise<Answer>): Promise<Answer> =>
      isAway ? Promise.reject(new ApiFailure(0, 'network.unreachable', 'Nobody answers.')) : carry()
    const store = await openStore(chain, chain.insurer, {
      send: (edits) => ask(() => line.send(edits)),
      pull: (cursor) => ask(() => line.pull(cursor)),
    })
    // Of many lengths, so that one of them ends when nobody has just asked.
    for (let outage = 1; outage <= 16; outage++) {
      isAway = true
      if (outage % 2 === 0) void store.change(rename(chain.cards.decide, `Ours ${outage}`), 'Rename')
      chain.server.do(chain.insurer, [...rename(chain.cards.quote, `Theirs ${outage}`)])
      await settle(700 + outage ** 2 * 830)
      expect(nameOf(store, chain.cards.quote)).not.toBe(`Theirs ${outage}`)
      isAway = false
      await settle(5_000)
      expect(nameOf(store, chain.cards.quote)).toBe(`Theirs ${outage}`)
      expect(store.snapshot().saving).toEqual({ state: 'saved', unsent: 0 })
    }
  })

  it('refuses at once, with the reason, what the author may not do', async () => {
    const chain = valueChain()
    const store = await openStore(chain, chain.broker)
    const answer = await store.change(rename(chain.cards.decide, 'Ours now'), 'Rename')
    expect(answer).toMatchObject({ accepted: false, error: { code: 'edit.notAllowed' } })
    expect(nameOf(store, chain.cards.decide)).toBe('Decides the claim')
    expect(store.snapshot().notices.map(({ title }) => title)).toEqual(['Rename'])
    expect(store.snapshot().saving.unsent).toBe(0)
  })

  it('rolls back on screen what the server refuses, and keeps the edits around it', async () => {
    const chain = valueChain()
    const store = await openStore(chain, chain.insurer, refusing(chain, 2))
    void store.change(rename(chain.cards.quote, 'First'), 'First')
    void store.change(rename(chain.cards.decide, 'Second'), 'Second')
    void store.change(rename(chain.cards.learn, 'Third'), 'Third')
    expect(nameOf(store, chain.cards.decide)).toBe('Second')
    await settle()
    expect(nameOf(store, chain.cards.quote)).toBe('First')
    expect(nameOf(store, chain.cards.decide)).toBe('Decides the claim')
    expect(nameOf(store, chain.cards.learn)).toBe('Third')
    expect(store.snapshot().notices).toMatchObject([{ title: 'Second', message: 'Not this one.' }])
    expect(everyRow(store.snapshot().rows)).toEqual(visibleTo(chain, chain.insurer))
  })

  it('keeps a pending edit on top of what arrives from others', async () => {
    const chain = valueChain()
    const line = chain.server.exchange(chain.insurer, ['loseRequest', 'loseRequest'])
    const store = await openStore(chain, chain.insurer, line)
    void store.change(rename(chain.cards.quote, 'Mine'), 'Rename')
    chain.server.do(chain.insurer, [
      { type: 'touchpoint.change', id: chain.cards.quote, fields: { name: 'Theirs', purpose: 'A price' } },
    ])
    await settle(1_100)
    const row = store.snapshot().rows.get('touchpoint', chain.cards.quote)
    expect(row).toMatchObject({ name: 'Mine', purpose: 'A price' })
  })

  it('undoes and redoes own edits one by one, also on the server', async () => {
    const chain = valueChain()
    const store = await openStore(chain, chain.insurer)
    void store.change(rename(chain.cards.quote, 'One'), 'First name')
    void store.change(rename(chain.cards.quote, 'Two'), 'Second name')
    await settle()
    expect(store.snapshot().undoable).toBe('Second name')
    void store.undo()
    expect(nameOf(store, chain.cards.quote)).toBe('One')
    void store.undo()
    expect(nameOf(store, chain.cards.quote)).toBe('Prices the risk')
    expect(store.snapshot().redoable).toBe('First name')
    void store.redo()
    void store.redo()
    expect(nameOf(store, chain.cards.quote)).toBe('Two')
    await settle()
    expect(chain.server.rows.get('touchpoint', chain.cards.quote)?.name).toBe('Two')
    expect(store.snapshot().redoable).toBeNull()
  })

  it('brings back a deleted touchpoint with its links, after the server has forgotten it on screen', async () => {
    const chain = valueChain()
    const store = await openStore(chain, chain.insurer)
    void store.change([{ type: 'touchpoint.remove', id: chain.cards.quote }], 'Delete')
    await settle()
    expect(store.snapshot().rows.all('link')).toHaveLength(1)
    void store.undo()
    await settle()
    expect(store.snapshot().rows.all('link')).toHaveLength(3)
    expect(everyRow(store.snapshot().rows)).toEqual(visibleTo(chain, chain.insurer))
  })

  it('never holds another organisation’s private view', async () => {
    const chain = valueChain()
    const ours = await openStore(chain, chain.insurer)
    const theirs = await openStore(chain, chain.broker)
    const id = crypto.randomUUID()
    const target = { targetKind: 'touchpoint', targetId: chain.cards.learn } as const
    void theirs.change([{ type: 'perspective.add', id, ...target, performance: 3 }], 'Our view')
    await settle()
    expect(theirs.snapshot().rows.get('perspective', id)?.performance).toBe(3)
    expect(chain.server.rows.get('perspective', id)?.performance).toBe(3)
    expect(ours.snapshot().rows.all('perspective')).toEqual([])
  })

  it('takes away what another organisation stops sharing', async () => {
    const chain = valueChain()
    const ours = await openStore(chain, chain.insurer)
    const theirs = await openStore(chain, chain.broker)
    const id = crypto.randomUUID()
    const target = { targetKind: 'touchpoint', targetId: chain.cards.learn } as const
    void theirs.change([{ type: 'perspective.add', id, ...target, performance: 3 }], 'Our view')
    void theirs.change([{ type: 'perspective.share', id, with: 'map' }], 'Share')
    await settle()
    expect(ours.snapshot().rows.get('perspective', id)?.performance).toBe(3)
    void theirs.change([{ type: 'perspective.share', id, with: 'organisation' }], 'Withdraw')
    await settle()
    expect(ours.snapshot().rows.get('perspective', id)).toBeUndefined()
  })

  it('answers a dry run the same as the change itself, and changes nothing', async () => {
    const chain = valueChain()
    const store = await openStore(chain, chain.broker)
    const before = everyRow(store.snapshot().rows)
    expect(store.check(rename(chain.cards.decide, 'Ours'))?.code).toBe('edit.notAllowed')
    expect(store.check(rename(chain.cards.lodge, 'Sends the risk'))).toBeNull()
    expect(store.check(rename(chain.cards.lodge, ''))).toMatchObject({ code: 'edit.invalid' })
    expect(everyRow(store.snapshot().rows)).toEqual(before)
  })

  it('fails to load with the problem, and recovers', async () => {
    const chain = valueChain()
    const line = chain.server.exchange(chain.insurer)
    let broken = true
    const store = await openStore(chain, chain.insurer, {
      ...line,
      pull: async (cursor) => {
        if (broken) throw new Error('no')
        return line.pull(cursor)
      },
    })
    expect(store.snapshot()).toMatchObject({ status: 'failed' })
    broken = false
    store.retry()
    await settle()
    expect(store.snapshot()).toMatchObject({ status: 'ready', problem: null })
  })
})

/** A server that refuses the edit with this number, as if a right had been lost meanwhile. */
function refusing(chain: Chain, number: number): Exchange {
  const line = chain.server.exchange(chain.insurer)
  return {
    ...line,
    send: async (edits) => {
      const answers = []
      for (const edit of edits) {
        const error = { code: 'edit.notAllowed', message: 'Not this one.' }
        if (edit.number === number) {
          answers.push({ clientId: edit.clientId, number, accepted: false as const, error })
        } else answers.push(...(await line.send([edit])).answers)
      }
      return { answers }
    },
  }
}

function visibleTo(chain: Chain, author: Author) {
  const { rows } = chain.server.pull(author, null)
  return Object.fromEntries(rows.map(({ row }) => [row.id, row]).sort(([a], [b]) => (a! < b! ? -1 : 1)))
}

describe('applying an edit again over rows that hold it already', () => {
  it('changes nothing, so that a pull in between cannot double it', () => {
    const chain = valueChain()
    const again = applyEdit(
      {
        actions: [{ type: 'touchpoint.change', id: chain.cards.quote, fields: { name: 'Prices the risk' } }],
      },
      signing(chain.insurer, 'Ada', new Date()),
      chain.server.ecosystemId,
      chain.server.rows,
    )
    expect(again).toEqual({ accepted: true, changes: [] })
  })
})
