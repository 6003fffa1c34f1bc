// The part of the contract of every bus that is a promise to people: how soon they are told, also when it loses messages.
import { afterEach, describe, expect, it } from 'vitest'
import type { Bus } from '../../api/live/bus/bus.ts'
import type { TestDatabase } from '../support/database.ts'
import { delaysBetween, percentile } from './delays.ts'
import { type LiveInstance, openLiveInstance } from './instances.ts'
import { losingBus } from './losingBus.ts'

/** Told within so many milliseconds, but for one in twenty. */
const promised = [
  { lost: 'no message', percent: 0, within: 250, edits: 40 },
  { lost: 'half of all messages', percent: 50, within: 3_000, edits: 16 },
  { lost: 'every message', percent: 100, within: 3_000, edits: 8 },
]

export function lossContract(name: string, open: () => Promise<Bus>, database: () => TestDatabase): void {
  describe(`a change on one instance, told to another ${name}`, () => {
    const instances: LiveInstance[] = []
    afterEach(() => Promise.all(instances.splice(0).map((instance) => instance.close())))

    it.each(promised)('with $lost lost, is known there in time', async ({ percent, within, edits }) => {
      const messages = { lost: 0, heard: 0 }
      const instance = async () => {
        const lossy = (bus: Bus) => losingBus(bus, percent / 100, Math.random, () => void messages.lost++)
        const wrap = (bus: Bus) => lossy(counting(bus, () => void messages.heard++))
        const made = await openLiveInstance(database(), wrap, open)
        instances.push(made)
        return made
      }
      const [here, there] = [await instance(), await instance()]
      // On a machine that is busy with something else one run says little: the quietest of a few counts.
      let quietest = Number.POSITIVE_INFINITY
      for (let run = 0; run < 4 && quietest >= within; run++)
        quietest = Math.min(quietest, percentile(await delaysBetween(here, there, edits), 0.95))
      expect(quietest).toBeLessThan(within)
      // As much was lost as is said: otherwise this would show something else.
      const share = (100 * messages.lost) / messages.heard
      expect(Math.abs(share - percent)).toBeLessThan(percent === 50 ? 30 : 0.001)
    })
  })
}

function counting(bus: Bus, onMessage: () => void): Bus {
  return {
    ...bus,
    subscribe: (listener) =>
      bus.subscribe((message) => {
        onMessage()
        listener(message)
      }),
  }
}
