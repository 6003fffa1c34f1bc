// @vitest-environment jsdom
// Two people in the same field: the later wins, the earlier is told, and undo asks before it overwrites.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { ApiFailure } from '../../web/api/client.ts'
import { EcosystemStore } from '../../web/sync/ecosystemStore.ts'
import type { Exchange } from '../../web/sync/exchange.ts'
import type { NamedAuthor } from '../../web/sync/shownRows.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { TabsOf } from '../support/tabs.ts'

let chain: Chain
let colleague: NamedAuthor
const closing: (() => void)[] = []
beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  chain = valueChain()
  colleague = { ...chain.insurer, personId: crypto.randomUUID(), name: 'Priya' }
})
afterEach(() => {
  for (const close of closing.splice(0)) close()
  vi.useRealTimers()
})

const settle = (milliseconds = 5_000) => vi.advanceTimersByTimeAsync(milliseconds)

async function open(author: NamedAuthor = chain.insurer, line?: Exchange): Promise<EcosystemStore> {
  const store = new EcosystemStore(chain.server.ecosystemId, author, line ?? chain.server.exchange(author))
  const unsubscribe = store.subscribe(() => {})
  closing.push(() => {
    unsubscribe()
    store.close()
  })
  await settle(0)
  return store
}

const change = (fields: object, id = chain.cards.quote): ActionInput[] => [
  { type: 'touchpoint.change', id, fields } as ActionInput,
]
const onServer = () => chain.server.rows.get('touchpoint', chain.cards.quote)!
const replacedIn = (store: EcosystemStore) => store.snapshot().notices.map(({ replaced }) => replaced)

describe('undo of what somebody has gone on with', () => {
  it('asks, saying what is there now and what it would become', async () => {
    const store = await open()
    void store.change(change({ name: 'Mine' }), 'Rename')
    await settle()
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    expect(await store.undo()).toBeNull()
    const { question, undoable } = store.snapshot()
    expect(question).toMatchObject({ way: 'undo', title: 'Rename', hasRest: false })
    expect(question?.moved).toMatchObject([{ field: 'name', now: 'Theirs', before: 'Prices the risk' }])
    expect(undoable).toBe('Rename')
    await settle()
    expect(onServer().name).toBe('Theirs')
  })

  it('leaves it when one says so, and goes on to the step before', async () => {
    const store = await open()
    void store.change(change({ purpose: 'A price' }), 'Say what for')
    void store.change(change({ name: 'Mine' }), 'Rename')
    await settle()
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    await store.undo()
    await store.answerQuestion(false)
    expect(store.snapshot()).toMatchObject({ question: null, undoable: 'Say what for' })
    void store.undo()
    await settle()
    expect(onServer()).toMatchObject({ name: 'Theirs', purpose: '' })
  })

  it('puts one’s own back when one says so, and redo asks nothing and brings theirs back', async () => {
    const store = await open()
    void store.change(change({ name: 'Mine' }), 'Rename')
    await settle()
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    await store.undo()
    void store.answerQuestion(true)
    await settle()
    expect(onServer().name).toBe('Prices the risk')
    expect(store.snapshot()).toMatchObject({ question: null, redoable: 'Rename' })
    void store.redo()
    await settle()
    expect(onServer().name).toBe('Theirs')
  })

  it('asks for redo as for undo', async () => {
    const store = await open()
    void store.change(change({ name: 'Mine' }), 'Rename')
    void store.undo()
    await settle()
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    await store.redo()
    expect(store.snapshot().question).toMatchObject({
      way: 'redo',
      moved: [{ now: 'Theirs', before: 'Mine' }],
    })
    void store.answerQuestion(true)
    await settle()
    expect(onServer().name).toBe('Mine')
  })

  it('takes back the rest of a gesture in any case', async () => {
    const store = await open()
    void store.change(change({ name: 'Mine', purpose: 'A price' }), 'Describe')
    await settle()
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    await store.undo()
    expect(store.snapshot().question).toMatchObject({ hasRest: true, moved: [{ field: 'name' }] })
    void store.answerQuestion(false)
    await settle()
    expect(onServer()).toMatchObject({ name: 'Theirs', purpose: '' })
  })

  it('asks also when the other was faster than the pull, and says no word of a refusal', async () => {
    const line = chain.server.exchange(chain.insurer)
    let isDeaf = false
    const store = await open(chain.insurer, {
      ...line,
      pull: (cursor) =>
        isDeaf ? Promise.reject(new ApiFailure(503, 'server.busy', 'No.')) : line.pull(cursor),
    })
    void store.change(change({ name: 'Mine' }), 'Rename')
    await settle()
    isDeaf = true
    chain.server.do(colleague, change({ name: 'Theirs' }))
    const answer = store.undo()
    isDeaf = false
    await settle()
    expect(await answer).toMatchObject({ accepted: false, error: { code: 'edit.movedOn' } })
    expect(store.snapshot().question?.moved).toMatchObject([{ now: 'Theirs' }])
    expect(store.snapshot().notices.filter(({ replaced }) => !replaced)).toEqual([])
    void store.answerQuestion(true)
    await settle()
    expect(onServer().name).toBe('Prices the risk')
  })

  it('asks again when it moved on once more while one was reading', async () => {
    const store = await open()
    void store.change(change({ name: 'Mine' }), 'Rename')
    await settle()
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    await store.undo()
    chain.server.do(colleague, change({ name: 'Theirs, better' }))
    await settle()
    expect(await store.answerQuestion(true)).toBeNull()
    expect(store.snapshot().question?.moved).toMatchObject([{ now: 'Theirs, better' }])
    expect(onServer().name).toBe('Theirs, better')
  })
})

describe('whose words or choices somebody replaces', () => {
  it('is told by whom and with what, and has it back with one edit that can be undone', async () => {
    const store = await open()
    void store.change(change({ name: 'Mine' }), 'Rename')
    await settle()
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    const by = { name: 'Priya', organisation: 'Fernhill' }
    expect(replacedIn(store)).toMatchObject([{ field: 'name', mine: 'Mine', theirs: 'Theirs', by }])
    const { id } = store.snapshot().notices[0]!
    expect(store.isRestorable(id)).toBe(true)
    store.restore(id)
    await settle()
    expect(onServer().name).toBe('Mine')
    expect(store.snapshot().notices).toEqual([])
    void store.undo()
    await settle()
    expect(onServer().name).toBe('Theirs')
  })

  it('is told of choices, durations, numbers and switches as well, and has each of them back', async () => {
    const store = await open()
    const view = crypto.randomUUID()
    const target = { targetKind: 'touchpoint', targetId: chain.cards.quote } as const
    const mine = { channel: 'phone', promisedMinutes: 2_880, customerSees: false }
    const theirs = { channel: 'portal', promisedMinutes: 60, customerSees: true }
    void store.change(change(mine), 'Change')
    // A new row's defaults were not chosen by anybody; what the edit names was.
    void store.change([{ type: 'perspective.add', id: view, ...target, performance: 8 }], 'Our view')
    await settle()
    chain.server.do(colleague, [
      ...change(theirs),
      { type: 'perspective.change', id: view, fields: { performance: 3 } },
    ])
    await settle()
    const told = replacedIn(store).map((one) => [one!.field, one!.mine, one!.theirs])
    expect(told).toEqual([
      ['channel', 'phone', 'portal'],
      ['customerSees', false, true],
      ['promisedMinutes', 2_880, 60],
      ['performance', 8, 3],
    ])
    for (const { id } of store.snapshot().notices) store.restore(id)
    await settle()
    expect(onServer()).toMatchObject(mine)
    expect(chain.server.rows.get('perspective', view)?.performance).toBe(8)
    expect(store.snapshot().notices).toEqual([])
  })

  it('hears nothing of what nobody chose, of places on the map, of decisions, nor of what one emptied', async () => {
    const store = await open()
    const [card, share] = [crypto.randomUUID(), crypto.randomUUID()]
    const { lanes, stages, cards, parties } = chain
    const at = { laneId: lanes.insurer, stageId: stages.need, rank: 'a0' }
    void store.change([{ type: 'touchpoint.add', id: card, ...at, name: 'New' }], 'Add')
    void store.change(change({ stageId: stages.need, rank: 'a5' }), 'Move')
    void store.change(change({ channel: 'phone' }), 'Choose')
    void store.change(change({ channel: null }), 'Leave open')
    const owner = { touchpointId: cards.quote, partyId: parties.broker } as const
    void store.change(
      [{ type: 'ownership.add', id: share, ...owner, accountability: 'contributes' }],
      'Ask the broker',
    )
    await settle()
    chain.server.do(colleague, [
      ...change({ kind: 'decision', customerSees: false }, card),
      ...change({ stageId: stages.choose, rank: 'a1', channel: 'post' }),
    ])
    chain.server.do(chain.broker, [{ type: 'ownership.decide', id: share, accept: true }])
    await settle()
    expect(chain.server.rows.get('ownership', share)?.state).toBe('accepted')
    expect(replacedIn(store)).toEqual([])
    // The part itself was chosen.
    chain.server.do(colleague, [
      { type: 'ownership.change', id: share, fields: { accountability: 'informed' } },
    ])
    await settle()
    expect(replacedIn(store)).toMatchObject([{ kind: 'ownership', field: 'accountability' }])
  })

  it('is told also when it was replaced before the answer was there', async () => {
    const store = await open()
    void store.change(change({ name: 'Mine' }), 'Rename')
    await settle(0)
    expect(onServer().name).toBe('Mine')
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    expect(replacedIn(store)).toMatchObject([{ mine: 'Mine', theirs: 'Theirs' }])
  })

  it('is told when it had been typed on a page that is gone', async () => {
    const tabs = new TabsOf(chain, chain.insurer)
    const line = chain.server.exchange(chain.insurer)
    const before = tabs.open({ ...line, send: () => new Promise(() => {}) })
    await settle(0)
    void before.store.change(change({ name: 'Mine' }), 'Rename')
    before.kill()
    const { store, close } = tabs.open()
    closing.push(close)
    await settle()
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    expect(replacedIn(store)).toMatchObject([{ mine: 'Mine', theirs: 'Theirs' }])
  })

  it('hears nothing of one’s own later words, here or on another page, nor of what one took back', async () => {
    const store = await open()
    const other = await open()
    void store.change(change({ name: 'Mine' }), 'Rename')
    void store.change(change({ name: 'Mine, better' }), 'Rename')
    await settle()
    void other.change(change({ name: 'Mine, elsewhere' }), 'Rename')
    await settle()
    void other.undo()
    await settle()
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    expect(replacedIn(store)).toEqual([])
    expect(replacedIn(other)).toEqual([])
  })

  it('hears nothing while one’s own later edit is still on its way, which wins', async () => {
    const line = chain.server.exchange(chain.insurer)
    let isDeaf = false
    const store = await open(chain.insurer, {
      ...line,
      send: (edits) =>
        isDeaf ? Promise.reject(new ApiFailure(0, 'network.unreachable', 'No.')) : line.send(edits),
    })
    void store.change(change({ name: 'Mine' }), 'Rename')
    await settle()
    isDeaf = true
    void store.change(change({ name: 'Mine again' }), 'Rename')
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    expect(replacedIn(store)).toEqual([])
    isDeaf = false
    await settle(30_000)
    expect(onServer().name).toBe('Mine again')
    expect(replacedIn(store)).toEqual([])
  })

  it('hears nothing of rows one may not see any more', async () => {
    const ours = await open()
    const theirs = await open(chain.broker)
    const id = crypto.randomUUID()
    const target = { targetKind: 'touchpoint', targetId: chain.cards.learn } as const
    void theirs.change([{ type: 'perspective.add', id, ...target, notes: 'Ours' }], 'Our view')
    await settle()
    const brokers = { ...chain.broker, personId: crypto.randomUUID(), name: 'Mo' }
    chain.server.do(brokers, [{ type: 'perspective.change', id, fields: { notes: 'SECRET' } }])
    await settle()
    expect(replacedIn(theirs)).toMatchObject([{ mine: 'Ours', theirs: 'SECRET' }])
    expect(JSON.stringify(ours.snapshot().notices)).not.toContain('SECRET')
    expect(ours.snapshot().notices).toEqual([])
  })

  it('cannot restore what one may not change any more, and keeps the text', async () => {
    const store = await open()
    void store.change(change({ name: 'Mine' }), 'Rename')
    await settle()
    chain.server.do(colleague, change({ name: 'Theirs' }))
    await settle()
    const [notice] = store.snapshot().notices
    chain.server.do(colleague, [{ type: 'touchpoint.remove', id: chain.cards.quote }])
    await settle()
    expect(store.isRestorable(notice!.id)).toBe(false)
    expect(notice?.replaced?.mine).toBe('Mine')
  })
})
