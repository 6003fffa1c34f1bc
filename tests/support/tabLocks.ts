// Web Locks for tests: tabs of one browser that wait for each other, and of which one can die.
import type { TabLocks } from '../../web/sync/kept/localKeeping.ts'

interface Waiting {
  tab: Tab
  start(): void
}

export interface Tab {
  locks: TabLocks
  /** The tab is gone: what it held goes to who waits. */
  die(): void
}

export class Browser {
  readonly #queues = new Map<string, Waiting[]>()
  readonly #dead = new Set<Tab>()
  /** Off for showing that a test notices tabs that do not wait for each other. */
  waits = true

  tab(): Tab {
    const tab: Tab = {
      locks: { request: ((...asked: Asked) => this.#request(tab, ...asked)) as TabLocks['request'] },
      die: () => {
        this.#dead.add(tab)
        for (const name of this.#queues.keys()) this.#advance(name)
      },
    }
    return tab
  }

  #request(tab: Tab, name: string, { signal }: { signal: AbortSignal }, work: () => Promise<unknown>) {
    if (!this.waits) return Promise.resolve().then(work)
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(name) ?? []
      this.#queues.set(name, queue)
      let isStarted = false
      const run = async () => {
        await Promise.resolve()
        resolve(await work())
        queue.splice(queue.indexOf(waiting), 1)
        this.#advance(name)
      }
      const start = () => {
        if (isStarted) return
        isStarted = true
        void run()
      }
      const waiting: Waiting = { tab, start }
      signal.addEventListener('abort', () => {
        if (isStarted) return
        queue.splice(queue.indexOf(waiting), 1)
        reject(new DOMException('aborted', 'AbortError'))
      })
      queue.push(waiting)
      this.#advance(name)
    })
  }

  #advance(name: string): void {
    const queue = this.#queues.get(name)!
    const alive = queue.filter(({ tab }) => !this.#dead.has(tab))
    queue.splice(0, queue.length, ...alive)
    queue[0]?.start()
  }
}

type Asked = [string, { signal: AbortSignal }, () => Promise<unknown>]
