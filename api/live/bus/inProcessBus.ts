import type { Bus, BusMessage } from './bus.ts'
import { Listeners } from './listeners.ts'

/** Joins the instances of one process; alone it is the bus of an instance that has no other beside it. */
export interface InProcessHub {
  open(): Bus
}

/** Instances in one process that hear each other, as tests have them. */
export function createInProcessHub(onFailure: (error: unknown) => void = () => {}): InProcessHub {
  const instances = new Set<Listeners>()
  return {
    open() {
      const listeners = new Listeners(onFailure)
      instances.add(listeners)
      const tellAll = (message: BusMessage) => {
        for (const instance of instances) instance.tell(message)
      }
      return {
        // As on a network, whoever speaks goes on before it is heard.
        publish: (message) => {
          const said = structuredClone(message)
          queueMicrotask(() => tellAll(said))
        },
        subscribe: (listener) => listeners.add(listener),
        async close() {
          instances.delete(listeners)
          listeners.clear()
        },
      }
    },
  }
}

/** The bus of an instance that runs alone. */
export function createInProcessBus(): Bus {
  return createInProcessHub().open()
}
