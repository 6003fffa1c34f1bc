// Who dies without a word: an instance, or the other side of a line.
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createInProcessBus } from '../../api/live/bus/inProcessBus.ts'
import type { Live } from '../../api/live/live.ts'
import { createCrowd } from '../../api/live/presence/crowd.ts'
import type { Readers } from '../../api/live/presence/readers.ts'
import { socketEvents } from '../../api/live/socket.ts'
import { nowhere } from '../../shared/live/messages.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const newId = () => crypto.randomUUID() as string

it('the pages of an instance stay while it says that it is there, and go with it soon after its last word', async () => {
  const bus = createInProcessBus()
  const gone = vi.fn()
  const readers = { changed() {}, gone } as Partial<Readers> as Readers
  const crowd = createCrowd(newId(), bus, readers)
  const [ecosystemId, mapId, other] = [newId(), newId(), newId()]
  const who = { personId: newId(), name: 'Ada', organisationId: newId(), organisation: 'Rival' }
  const presence = { id: newId(), instanceId: other, ecosystemId, ...who, at: { ...nowhere, mapId } }
  bus.publish({ kind: 'present', presence })
  for (let second = 0; second < 20; second++) {
    await vi.advanceTimersByTimeAsync(1_000)
    bus.publish({ kind: 'alive', instanceId: other })
    crowd.announce()
  }
  expect(crowd.on(ecosystemId, mapId)).toEqual([presence])
  await vi.advanceTimersByTimeAsync(5_500)
  expect(crowd.on(ecosystemId, mapId)).toEqual([presence])
  await vi.advanceTimersByTimeAsync(1_000)
  crowd.announce()
  expect(gone).toHaveBeenCalledWith(presence.id)
  expect(crowd.on(ecosystemId, mapId)).toEqual([])
})

it('a line whose other side answers no more is cut within twelve seconds, and no other', async () => {
  const open = () => {
    const socket = Object.assign(new EventEmitter(), { ping: vi.fn(), terminate: vi.fn() })
    const line = { at() {}, closed() {} }
    const live = { open: () => line } as Partial<Live> as Live
    const owner = { viewer: { personId: newId(), organisationId: newId() }, sessionId: newId(), name: 'Ada' }
    const events = socketEvents(live, newId(), owner)
    const context = { raw: socket } as unknown as Parameters<NonNullable<typeof events.onOpen>>[1]
    events.onOpen?.(new Event('open'), context)
    return { socket, close: () => events.onClose?.(new Event('close') as CloseEvent, context) }
  }
  const [dead, alive] = [open(), open()]
  alive.socket.ping.mockImplementation(() => alive.socket.emit('pong'))
  await vi.advanceTimersByTimeAsync(12_000)
  expect(dead.socket.terminate).toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(alive.socket.terminate).not.toHaveBeenCalled()
  dead.close()
  alive.close()
})
