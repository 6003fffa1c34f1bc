// A page whose line does not open, as behind a proxy that blocks sockets.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nowhere, type PresentPerson } from '../../shared/live/messages.ts'
import type { AskWhoIsThere } from '../../web/live/asking.ts'
import { LiveLine } from '../../web/live/liveLine.ts'
import { FakeSocket } from './support/fakeSocket.ts'

const ask = vi.fn<AskWhoIsThere>()
const stops: (() => void)[] = []
beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.install()
  ask.mockReset().mockResolvedValue([])
})
afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await vi.advanceTimersByTimeAsync(2_000)
  vi.useRealTimers()
})

const somebody = (name: string): PresentPerson => ({
  ...{ id: crypto.randomUUID(), personId: crypto.randomUUID(), name },
  ...{ organisationId: crypto.randomUUID(), organisation: 'Oakes & Vale' },
  ...{ selected: null, editing: null, looking: null },
})
const map = () => ({ ...nowhere, mapId: crypto.randomUUID() })
const said = () => ask.mock.calls.map(([at]) => at)

function open(): { line: LiveLine; stop: () => void } {
  const line = new LiveLine('ws://interlane.test/api/ecosystems/e/live', ask)
  const stop = line.listen({ onHint() {}, onOpen() {} })
  stops.push(stop)
  return { line, stop }
}

describe('where no line opens', () => {
  /** A line whose sockets are all refused, as by a proxy. */
  function refused() {
    const { line, stop } = open()
    const pass = async (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 100) {
        FakeSocket.last.cut()
        await vi.advanceTimersByTimeAsync(100)
      }
    }
    return { line, stop, pass }
  }

  it('the page says every two seconds at most where it is, and hears who is there', async () => {
    const { line, pass } = refused()
    const at = map()
    line.say(at)
    const [ada, bo] = [somebody('Ada'), somebody('Bo')]
    ask.mockResolvedValue([ada, bo])
    await pass(2_000)
    expect(said()).toEqual([at])
    expect(line.people()).toEqual([ada, bo])
    const before = line.people()
    ask.mockImplementation(async () => structuredClone([ada, bo]))
    await pass(8_000)
    expect(said().length).toBeGreaterThanOrEqual(5)
    expect(line.people(), 'nobody moved').toBe(before)
    ask.mockResolvedValue([bo])
    await pass(2_000)
    expect(line.people()).toEqual([bo])
    expect(line.people()[0]).toBe(before[1])
  })

  it('nothing is asked on a page that is no map, and a map that is left is said to be', async () => {
    const { line, pass } = refused()
    await pass(6_000)
    expect(ask).not.toHaveBeenCalled()
    const at = map()
    line.say(at)
    await pass(100)
    line.say(nowhere)
    await pass(6_000)
    expect(said()).toEqual([at, nowhere])
  })

  it('a page that nobody looks at does not ask, and does at once when somebody does', async () => {
    const { line, pass } = refused()
    line.say(map())
    await pass(2_000)
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    await pass(2_000)
    const before = ask.mock.calls.length
    await pass(6_000)
    expect(ask).toHaveBeenCalledTimes(before)
    visibility.mockRestore()
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(100)
    expect(ask).toHaveBeenCalledTimes(before + 1)
  })

  it('it asks more rarely while nobody answers, and one answer that is missed takes nobody away', async () => {
    const { line, pass } = refused()
    const ada = somebody('Ada')
    line.say(map())
    ask.mockResolvedValueOnce([ada]).mockRejectedValueOnce(new Error('lost')).mockResolvedValueOnce([ada])
    ask.mockRejectedValue(new Error('gone'))
    await pass(6_200)
    expect(ask).toHaveBeenCalledTimes(3)
    expect(line.people()).toEqual([ada])
    await pass(60_000)
    expect(line.people()).toEqual([])
    expect(ask.mock.calls.length).toBeLessThan(10)
  })

  it('a line that opens at last takes over, and nothing more is asked', async () => {
    const { line, pass } = refused()
    const [at, ada] = [map(), somebody('Ada')]
    line.say(at)
    ask.mockResolvedValue([ada])
    await pass(3_000)
    while (FakeSocket.last.readyState === 3) await vi.advanceTimersByTimeAsync(100)
    FakeSocket.last.ready()
    expect(said().at(-1)).toEqual(nowhere)
    const before = ask.mock.calls.length
    FakeSocket.last.tell({ type: 'present', people: [ada], gone: [] })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(ask).toHaveBeenCalledTimes(before)
    expect(line.people()).toEqual([ada])
  })

  it('whoever leaves the page, or signs out, says so once', async () => {
    const { line, stop, pass } = refused()
    line.say(map())
    await pass(2_000)
    window.dispatchEvent(new Event('pagehide'))
    expect(said().at(-1)).toEqual(nowhere)
    await pass(2_000)
    stop()
    await pass(10_000)
    expect(said().filter(({ mapId }) => mapId === null)).toHaveLength(2)
    expect(line.people()).toEqual([])
  })
})

it('a line that opens soon leaves nothing to ask', async () => {
  const { line } = open()
  line.say({ ...nowhere, mapId: crypto.randomUUID() })
  await vi.advanceTimersByTimeAsync(1_000)
  FakeSocket.last.ready()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ask).not.toHaveBeenCalled()
})
