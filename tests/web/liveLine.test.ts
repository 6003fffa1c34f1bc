import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nowhere, type PresentPerson } from '../../shared/live/messages.ts'
import type { AskWhoIsThere } from '../../web/live/asking.ts'
import { LiveLine } from '../../web/live/liveLine.ts'
import type { Exchange } from '../../web/sync/exchange.ts'
import { Puller } from '../../web/sync/puller.ts'
import { FakeSocket } from './support/fakeSocket.ts'

const ask = vi.fn<AskWhoIsThere>()
beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.install()
  ask.mockReset().mockResolvedValue([])
})
afterEach(() => vi.useRealTimers())

const address = 'ws://interlane.test/api/ecosystems/e/live'
const somebody = (name: string): PresentPerson => ({
  ...{ id: crypto.randomUUID(), personId: crypto.randomUUID(), name },
  ...{ organisationId: crypto.randomUUID(), organisation: 'Oakes & Vale' },
  ...{ selected: null, editing: null, looking: null },
})

function listen(line: LiveLine) {
  const heard: string[] = []
  const stop = line.listen({
    onHint: () => heard.push('hint'),
    onOpen: (isOpen) => heard.push(isOpen ? 'open' : 'closed'),
  })
  return { heard, stop }
}

describe('the line', () => {
  it('opens while somebody listens, and closes a moment after the last has gone', () => {
    const line = new LiveLine(address, ask)
    expect(FakeSocket.opened).toHaveLength(0)
    const [one, two] = [listen(line), listen(line)]
    expect(FakeSocket.opened).toHaveLength(1)
    FakeSocket.last.ready()
    one.stop()
    two.stop()
    // The next page takes it over.
    const three = listen(line)
    vi.advanceTimersByTime(5_000)
    expect(FakeSocket.opened).toHaveLength(1)
    three.stop()
    vi.advanceTimersByTime(5_000)
    expect(FakeSocket.last.readyState).toBe(3)
    expect(FakeSocket.opened).toHaveLength(1)
  })

  it('passes on that one is called without having anybody pull, also what may have been missed', () => {
    const line = new LiveLine(address, ask)
    const heard: string[] = []
    line.listen({
      onHint: () => heard.push('hint'),
      onNews: () => heard.push('news'),
      onOpen: () => {},
    })
    FakeSocket.last.ready()
    expect(heard.splice(0)).toEqual(['hint', 'news'])
    FakeSocket.last.tell({ type: 'news' })
    expect(heard.splice(0)).toEqual(['news'])
    FakeSocket.last.tell({ type: 'changed' })
    expect(heard).toEqual(['hint'])
  })

  it('tries again after it was cut, less often each time, and says where one is each time it opens', () => {
    const line = new LiveLine(address, ask)
    const { heard } = listen(line)
    const at = { ...nowhere, mapId: crypto.randomUUID() }
    line.say(at)
    FakeSocket.last.ready()
    expect(FakeSocket.last.said).toEqual([at])
    FakeSocket.last.cut()
    expect(heard).toEqual(['open', 'hint', 'closed', 'hint'])
    const tries: number[] = []
    for (let second = 0; second < 120; second++) {
      vi.advanceTimersByTime(1_000)
      if (FakeSocket.last.readyState === 3) continue
      tries.push(second)
      FakeSocket.last.cut()
    }
    expect(tries.length).toBeGreaterThan(4)
    expect(tries.length).toBeLessThan(13)
    while (FakeSocket.last.readyState === 3) vi.advanceTimersByTime(500)
    FakeSocket.last.ready()
    expect(FakeSocket.last.said).toEqual([at])
    expect(heard.slice(-2)).toEqual(['open', 'hint'])
  })

  it('ends with its page at once, and is there again when the page is', () => {
    const own = `${address}?page=left`
    const sockets = () =>
      FakeSocket.opened.filter(({ url }) => url === own).map(({ readyState }) => readyState)
    const { stop } = listen(new LiveLine(own, ask))
    FakeSocket.last.ready()
    window.dispatchEvent(new Event('pagehide'))
    expect(sockets()).toEqual([3])
    vi.advanceTimersByTime(2_000)
    expect(sockets()).toEqual([3, 0])
    stop()
    vi.advanceTimersByTime(5_000)
  })

  it('gives up a socket that never becomes ready, as behind a proxy that swallows it', () => {
    listen(new LiveLine(address, ask))
    const first = FakeSocket.last
    vi.advanceTimersByTime(11_000)
    expect(first.readyState).toBe(3)
    vi.advanceTimersByTime(5_000)
    expect(FakeSocket.opened.length).toBeGreaterThan(1)
  })

  it('does not come back at once where the right was lost, and has one pull to see why', () => {
    const { heard } = listen(new LiveLine(address, ask))
    FakeSocket.last.ready()
    FakeSocket.last.cut(4404)
    expect(heard.slice(-2)).toEqual(['closed', 'hint'])
    vi.advanceTimersByTime(7_000)
    expect(FakeSocket.opened).toHaveLength(1)
  })

  it('says the latest of many whereabouts, and not more than ten a second', () => {
    const line = new LiveLine(address, ask)
    listen(line)
    FakeSocket.last.ready()
    const first = FakeSocket.last.said.length
    for (let step = 0; step < 200; step++) {
      line.say({ ...nowhere, mapId: crypto.randomUUID() })
      vi.advanceTimersByTime(10)
    }
    const last = { ...nowhere, mapId: crypto.randomUUID() }
    line.say(last)
    vi.advanceTimersByTime(200)
    expect(FakeSocket.last.said.length - first).toBeLessThanOrEqual(22)
    expect(FakeSocket.last.said.at(-1)).toEqual(last)
  })

  it('knows who is there until they go or the line is cut, and takes no notice of nonsense', () => {
    const line = new LiveLine(address, ask)
    listen(line)
    FakeSocket.last.ready()
    const [ada, bo] = [somebody('Ada'), somebody('Bo')]
    FakeSocket.last.tell({ type: 'present', people: [ada, bo], gone: [] })
    FakeSocket.last.tell({ type: 'present', people: [{ ...bo, name: 'Bob' }], gone: [ada.id] })
    FakeSocket.last.onmessage({ data: 'nonsense' })
    expect(line.people()).toEqual([{ ...bo, name: 'Bob' }])
    FakeSocket.last.cut()
    expect(line.people()).toEqual([])
  })
})

describe('pulling', () => {
  const pulling = () => {
    let pulls = 0
    const line = new LiveLine(address, ask)
    const exchange: Exchange = {
      send: async () => ({ answers: [] }),
      pull: async () => {
        pulls += 1
        return { cursor: 'c', reset: false, rows: [], gone: [], organisations: [] }
      },
      listen: (events) => line.listen(events),
    }
    const puller = new Puller(exchange, { onStart() {}, onPulled() {}, onReach() {} })
    puller.start()
    const within = async (milliseconds: number, act = () => {}) => {
      const before = pulls
      act()
      await vi.advanceTimersByTimeAsync(milliseconds)
      return pulls - before
    }
    return { puller, within }
  }

  it('goes on every second while there is no line', async () => {
    const { puller, within } = pulling()
    await within(100)
    expect(await within(5_000)).toBeGreaterThanOrEqual(4)
    puller.stop()
  })

  it('waits for hints while there is one, and does not pull for each of many that come together', async () => {
    const { puller, within } = pulling()
    FakeSocket.last.ready()
    await within(100)
    expect(await within(9_000)).toBe(0)
    const hints = () => {
      for (let hint = 0; hint < 20; hint++) FakeSocket.last.tell({ type: 'changed' })
    }
    // One under way may not hold what the last hint was for.
    expect(await within(50, hints)).toBe(2)
    expect(await within(50, () => FakeSocket.last.cut())).toBe(1)
    expect(await within(5_000)).toBeGreaterThanOrEqual(4)
    puller.stop()
  })

  it('takes an own edit over together with the hint for it, soon without one, and at once where there is no line', async () => {
    const { puller, within } = pulling()
    await within(100)
    expect(await within(10, () => puller.owe())).toBe(1)
    FakeSocket.last.ready()
    await within(100)
    expect(await within(30, () => puller.owe())).toBe(0)
    expect(await within(2_000, () => FakeSocket.last.tell({ type: 'changed' }))).toBe(1)
    expect(await within(2_000, () => puller.owe())).toBe(1)
    puller.stop()
  })
})
