import type { Bus } from '../../api/live/bus/bus.ts'

/** A bus of which a share of all messages never arrives, from 0 to 1. */
export function losingBus(
  bus: Bus,
  share: number,
  random: () => number = Math.random,
  onLost: () => void = () => {},
): Bus {
  return {
    ...bus,
    subscribe: (listener) =>
      bus.subscribe((message) => {
        if (random() >= share) listener(message)
        else onLost()
      }),
  }
}
