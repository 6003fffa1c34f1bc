// What every change bus has to do, whatever carries it, up to how soon people are told. A new adapter joins by one more call of
// `busContract`.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Bus, BusMessage } from '../../api/live/bus/bus.ts'
import { nowhere } from '../../shared/live/messages.ts'
import type { TestDatabase } from '../support/database.ts'
import { lossContract } from './lossContract.ts'

/** Opens the bus of one more instance; all that are opened belong together. */
type OpenBus = () => Promise<Bus>

/** @param database on which instances use the bus */
export function busContract(name: string, open: OpenBus, database: () => TestDatabase): void {
  lossContract(name, open, database)
  describe(`the bus ${name}`, () => {
    const buses: Bus[] = []
    const instance = async () => {
      const bus = await open()
      buses.push(bus)
      return { bus, heard: listenTo(bus) }
    }
    afterEach(() => Promise.all(buses.splice(0).map((bus) => bus.close())))

    it('carries every kind of message to all instances, the sender too', async () => {
      const [one, two, three] = [await instance(), await instance(), await instance()]
      await expectDelivery(one.bus, [one.heard, two.heard, three.heard])
    })

    it('tells the last of many changes last', async () => {
      const [one, two] = [await instance(), await instance()]
      const ecosystemId = randomUUID()
      for (let seq = 1; seq <= 500; seq++) one.bus.publish({ kind: 'changed', ecosystemId, seq })
      const last: BusMessage = { kind: 'changed', ecosystemId, seq: 500 }
      await heardBy(two.heard, last)
      expect([one, two].map(({ heard }) => heard.at(-1))).toEqual([last, last])
    })

    it('carries many long whereabouts at once, names in any script', async () => {
      const [one, two] = [await instance(), await instance()]
      const sent = Array.from({ length: 60 }, () => somebody('保険 Größe '.repeat(14)))
      for (const message of sent) one.bus.publish(message)
      for (const message of sent) await heardBy(two.heard, message)
    })

    it('gives the latest whereabouts of a page last', async () => {
      const [one, two] = [await instance(), await instance()]
      const first = somebody('Ada')
      const { presence } = first
      const leave: BusMessage = { kind: 'gone', id: presence.id, instanceId: presence.instanceId }
      one.bus.publish(first)
      one.bus.publish(leave)
      await heardBy(two.heard, leave)
      expect(two.heard.filter(isAbout(presence.id)).at(-1)).toEqual(leave)
    })

    it('neither throws nor tells anything once it is closed or nobody listens', async () => {
      const [one, two] = [await instance(), await instance()]
      const heard: BusMessage[] = []
      const stop = two.bus.subscribe((message) => void heard.push(message))
      stop()
      await one.bus.close()
      one.bus.publish(somebody('Ada'))
      two.bus.publish(somebody('Bo'))
      await sleep(100)
      expect([heard, one.heard]).toEqual([[], []])
    })

    it('goes on telling the others when one listener fails', async () => {
      const { bus } = await instance()
      const failing = await open()
      buses.push(failing)
      failing.subscribe(() => {
        throw new Error('this listener fails')
      })
      const heard = listenTo(failing)
      await expectDelivery(bus, [heard])
    })
  })
}

/** What is published by `from` arrives at every one of `at`; fails for a bus that loses messages. */
export async function expectDelivery(from: Bus, at: readonly BusMessage[][], within = 2_000): Promise<void> {
  const ecosystemId = randomUUID()
  const person = somebody('Ada')
  const messages: BusMessage[] = [
    { kind: 'changed', ecosystemId, seq: 7 },
    person,
    { kind: 'gone', id: randomUUID(), instanceId: randomUUID() },
    { kind: 'alive', instanceId: randomUUID() },
    { kind: 'whoIsThere', instanceId: randomUUID() },
  ]
  for (const message of messages) from.publish(message)
  for (const heard of at) for (const message of messages) await heardBy(heard, message, within)
}

export function listenTo(bus: Bus): BusMessage[] {
  const heard: BusMessage[] = []
  bus.subscribe((message) => void heard.push(message))
  return heard
}

async function heardBy(heard: readonly BusMessage[], message: BusMessage, within = 2_000): Promise<void> {
  const wanted = JSON.stringify(message)
  for (let waited = 0; waited < within; waited += 5) {
    if (heard.some((one) => JSON.stringify(one) === wanted)) return
    await sleep(5)
  }
  throw new Error(`${message.kind} was not heard`)
}

function somebody(name: string) {
  const [id, instanceId, ecosystemId, personId, organisationId, mapId] = Array.from({ length: 6 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string, string]
  const at = { ...nowhere, mapId }
  const presence = { id, instanceId, ecosystemId, personId, name, organisationId, organisation: name, at }
  return { kind: 'present', presence } as const
}

const isAbout = (id: string) => (message: BusMessage) =>
  message.kind === 'present' ? message.presence.id === id : message.kind === 'gone' && message.id === id
