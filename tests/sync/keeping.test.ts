// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiFailure } from '../../web/api/client.ts'
import type { EcosystemStore } from '../../web/sync/ecosystemStore.ts'
import type { Exchange } from '../../web/sync/exchange.ts'
import { forgetKept, readKept } from '../../web/sync/kept/entries.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { hearOtherTabs, TabsOf } from '../support/tabs.ts'

let chain: Chain
let tabs: TabsOf
beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  chain = valueChain()
  tabs = new TabsOf(chain, chain.insurer)
})
afterEach(() => {
  tabs.closeAll()
  vi.useRealTimers()
})

const settle = (milliseconds = 5_000) => vi.advanceTimersByTimeAsync(milliseconds)
const nameOn = (store: EcosystemStore, id = chain.cards.quote) =>
  store.snapshot().rows.get('touchpoint', id)?.name
const nameOnServer = (id = chain.cards.quote) => chain.server.rows.get('touchpoint', id)?.name
const rename = (name: string, id = chain.cards.quote) =>
  [{ type: 'touchpoint.change', id, fields: { name } }] as const
const kept = () => readKept(localStorage, { personId: chain.insurer.personId })

/** A line on which nothing is sent; pulling works. */
function deaf(): Exchange {
  const line = chain.server.exchange(chain.insurer)
  return { ...line, send: () => Promise.reject(new ApiFailure(0, 'network.unreachable', 'No.')) }
}

/** A line that takes edits to the server, and loses every answer. */
function answerless(): Exchange {
  const line = chain.server.exchange(chain.insurer)
  return {
    ...line,
    async send(edits) {
      await line.send(edits)
      throw new ApiFailure(0, 'network.unreachable', 'No.')
    },
  }
}

describe('edits that were not sent when their page went', () => {
  it('are shown again on top of what the server has, and sent once, under the number they had', async () => {
    const before = tabs.open(deaf())
    await settle(0)
    void before.store.change(rename('Typed on a train'), 'Rename')
    const [was] = kept()
    before.kill()
    chain.server.do(chain.insurer, [
      { type: 'touchpoint.change', id: chain.cards.quote, fields: { name: 'Meanwhile', purpose: 'A price' } },
    ])

    let release = () => {}
    const line = chain.server.exchange(chain.insurer)
    const sending = new Promise<void>((resolve) => {
      release = resolve
    })
    const after = tabs.open({ ...line, send: (edits) => sending.then(() => line.send(edits)) })
    await settle(0)
    expect(nameOn(after.store)).toBe('Typed on a train')
    expect(after.store.snapshot().rows.get('touchpoint', chain.cards.quote)?.purpose).toBe('A price')
    expect(after.store.snapshot().saving).toEqual({ state: 'saving', unsent: 1 })
    release()
    await settle()
    expect(nameOnServer()).toBe('Typed on a train')
    const { clientId, number } = was!.kept.edit
    expect(chain.server.effects.get(`${clientId}/${number}`)).toBe(1)
    expect(after.store.snapshot().saving).toEqual({ state: 'saved', unsent: 0 })
    expect(kept()).toEqual([])
  })

  it('would be noticed missing, were they not kept', async () => {
    const before = tabs.open(deaf())
    await settle(0)
    void before.store.change(rename('Typed on a train'), 'Rename')
    before.kill()
    localStorage.clear()
    const after = tabs.open()
    await settle()
    expect(nameOn(after.store)).toBe('Prices the risk')
  })

  it('take effect once although the server had them before the page went', async () => {
    const before = tabs.open(answerless())
    await settle(0)
    void before.store.change(rename('Arrived'), 'Rename')
    await settle(0)
    expect(nameOnServer()).toBe('Arrived')
    before.kill()
    chain.server.do(chain.insurer, [...rename('Gone on since')])
    const after = tabs.open()
    await settle()
    expect(nameOnServer()).toBe('Gone on since')
    expect(nameOn(after.store)).toBe('Gone on since')
    expect(Math.max(...chain.server.effects.values())).toBe(1)
  })

  it('would be noticed doubling, were the server to apply a repeat again', async () => {
    chain.server.remembersAnswers = false
    const before = tabs.open(answerless())
    await settle(0)
    void before.store.change(rename('Arrived'), 'Rename')
    await settle(0)
    before.kill()
    tabs.open()
    await settle()
    expect(Math.max(...chain.server.effects.values())).toBeGreaterThan(1)
  })

  it('can be undone on the page that goes on with them', async () => {
    const before = tabs.open(deaf())
    await settle(0)
    void before.store.change(rename('Typed on a train'), 'Rename')
    before.kill()
    const after = tabs.open()
    await settle()
    expect(after.store.snapshot().undoable).toBe('Rename')
    void after.store.undo()
    await settle()
    expect(nameOnServer()).toBe('Prices the risk')
    expect(nameOn(after.store)).toBe('Prices the risk')
  })

  it('keep their order, and come before what is done afterwards', async () => {
    const before = tabs.open(deaf())
    await settle(0)
    for (const name of ['One', 'Two', 'Three']) void before.store.change(rename(name), name)
    before.kill()
    const after = tabs.open()
    await settle(0)
    void after.store.change(rename('Four'), 'Four')
    await settle()
    expect(nameOnServer()).toBe('Four')
    expect([...chain.server.effects].filter(([, times]) => times > 1)).toEqual([])
  })

  it('are read only for the person, organisation and ecosystem they were made for', async () => {
    const before = tabs.open(deaf())
    await settle(0)
    void before.store.change(rename('Ours'), 'Rename')
    before.kill()
    const others = [
      { ...chain.insurer, personId: crypto.randomUUID() },
      { ...chain.insurer, organisationId: chain.broker.organisationId },
    ]
    for (const other of others) {
      const { store, close } = new TabsOf(chain, other).open()
      await settle()
      expect(store.snapshot().saving.unsent).toBe(0)
      close()
    }
    expect(nameOnServer()).toBe('Prices the risk')
    expect(kept()).toHaveLength(1)
    forgetKept(localStorage, chain.insurer.personId)
    expect(JSON.stringify({ ...localStorage })).not.toContain('Ours')
  })

  it('are said to go with the page where the browser has no room for them', async () => {
    const full = {
      ...{ length: 0, key: () => null, getItem: () => null, removeItem: () => {} },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    } as unknown as Storage
    const { store } = tabs.open(deaf(), full)
    await settle(0)
    void store.change(rename('Only here'), 'Rename')
    expect(store.snapshot().saving).toMatchObject({ unsent: 1, unkept: 1 })
    expect(nameOn(store)).toBe('Only here')
  })
})

describe('two tabs of one browser', () => {
  it('have numbers of their own, and leave each other’s unsent edits alone', async () => {
    const [left, right] = [tabs.open(deaf()), tabs.open(deaf())]
    await settle(0)
    void left.store.change(rename('Left'), 'Left')
    void right.store.change(rename('Right', chain.cards.decide), 'Right')
    hearOtherTabs()
    await settle()
    expect(new Set(kept().map(({ kept: { edit } }) => edit.clientId)).size).toBe(2)
    for (const { store } of [left, right]) expect(store.snapshot().saving.unsent).toBe(1)
  })

  it('one goes on at once with what the other left when it died', async () => {
    const [left, right] = [tabs.open(deaf()), tabs.open()]
    await settle(0)
    void left.store.change(rename('Left'), 'Left')
    hearOtherTabs()
    await settle()
    expect(nameOnServer()).toBe('Prices the risk')
    left.kill()
    await settle()
    expect(nameOnServer()).toBe('Left')
    expect(nameOn(right.store)).toBe('Left')
    expect(kept()).toEqual([])
  })

  it('of several that are left, one takes over', async () => {
    expect(await timesTakenOver()).toBe(1)
  })

  it('would both take over, did they not wait for each other', async () => {
    tabs.browser.waits = false
    expect(await timesTakenOver()).toBeGreaterThan(1)
  })

  async function timesTakenOver(): Promise<number> {
    const dying = tabs.open(deaf())
    await settle(0)
    void dying.store.change(rename('Left'), 'Left')
    const [was] = kept()
    dying.kill()
    const sent: string[] = []
    const counting = (): Exchange => {
      const line = chain.server.exchange(chain.insurer)
      return {
        ...line,
        send: (edits) => {
          sent.push(...edits.map(({ clientId }) => clientId))
          return line.send(edits)
        },
      }
    }
    for (let count = 0; count < 3; count += 1) tabs.open(counting())
    await settle()
    return sent.filter((clientId) => clientId === was!.kept.edit.clientId).length
  }
})

describe('what the server refuses', () => {
  it('is told with its title and typed text, also after the page has gone, until one has taken note', async () => {
    const line = chain.server.exchange(chain.insurer)
    const refusing: Exchange = {
      ...line,
      send: async (edits) => ({
        answers: edits.map(({ clientId, number }) => ({
          ...{ clientId, number, accepted: false as const },
          error: { code: 'edit.notAllowed', message: 'Not any more.' },
        })),
      }),
    }
    const before = tabs.open(refusing)
    await settle(0)
    void before.store.change(rename('A long thought'), 'Rename the card')
    await settle()
    const told = { title: 'Rename the card', message: 'Not any more.', texts: ['A long thought'] }
    expect(before.store.snapshot().notices).toMatchObject([told])
    expect(nameOn(before.store)).toBe('Prices the risk')
    before.kill()

    const after = tabs.open()
    await settle()
    const [notice] = after.store.snapshot().notices
    expect(notice).toMatchObject(told)
    expect(nameOnServer()).toBe('Prices the risk')
    after.store.dismiss(notice!.id)
    expect(after.store.snapshot().notices).toEqual([])
    expect(kept()).toEqual([])
  })

  it('is not what something between us and the server says', async () => {
    const line = chain.server.exchange(chain.insurer)
    let isBlocked = true
    const { store } = tabs.open({
      ...line,
      send: async (edits) => {
        if (isBlocked) throw new ApiFailure(403, 'unknown', 'That was not possible.')
        return line.send(edits)
      },
    })
    await settle(0)
    void store.change(rename('Through at last'), 'Rename')
    await settle()
    expect(store.snapshot()).toMatchObject({ notices: [], saving: { unsent: 1 } })
    isBlocked = false
    await settle(15_000)
    expect(nameOnServer()).toBe('Through at last')
  })
})

describe('a server that asks to wait', () => {
  it('is asked for nothing before that time, and then gets everything', async () => {
    const line = chain.server.exchange(chain.insurer)
    const asked: number[] = []
    const since = Date.now()
    let isBusy = false
    const counted = async <T>(answer: () => Promise<T>): Promise<T> => {
      if (isBusy) asked.push(Date.now() - since)
      if (isBusy) throw new ApiFailure(429, 'server.busy', 'Wait.', undefined, 30)
      return answer()
    }
    const { store } = tabs.open({
      send: (edits) => counted(() => line.send(edits)),
      pull: (cursor) => counted(() => line.pull(cursor)),
    })
    await settle(0)
    isBusy = true
    void store.change(rename('Patient'), 'Rename')
    await settle(29_000)
    expect(asked).toHaveLength(2)
    expect(store.snapshot().saving).toEqual({ state: 'saving', unsent: 1 })
    isBusy = false
    await settle(5_000)
    expect(nameOnServer()).toBe('Patient')
  })
})
