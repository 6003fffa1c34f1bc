// Tabs of one browser with a store in each, that can die in the middle of things and be opened again.

import { EcosystemStore } from '../../web/sync/ecosystemStore.ts'
import type { Exchange } from '../../web/sync/exchange.ts'
import { LocalKeeping } from '../../web/sync/kept/localKeeping.ts'
import type { NamedAuthor } from '../../web/sync/shownRows.ts'
import type { Chain } from './chain.ts'
import { Browser } from './tabLocks.ts'

export interface OpenTab {
  store: EcosystemStore
  /** As a crash: nothing is said good-bye to, nothing more is sent or received. */
  kill(): void
  close(): void
}

export class TabsOf {
  readonly browser = new Browser()
  readonly #chain: Chain
  readonly #author: NamedAuthor
  readonly #open = new Set<OpenTab>()

  constructor(chain: Chain, author: NamedAuthor) {
    this.#chain = chain
    this.#author = author
  }

  open(exchange: Exchange = this.#chain.server.exchange(this.#author), storage = localStorage): OpenTab {
    const { personId, organisationId } = this.#author
    const { ecosystemId } = this.#chain.server
    const tab = this.browser.tab()
    const line = mortal(exchange)
    const keeping = new LocalKeeping({ personId, organisationId, ecosystemId }, tab.locks, storage)
    const store = new EcosystemStore(ecosystemId, this.#author, line, keeping)
    const unsubscribe = store.subscribe(() => {})
    const opened: OpenTab = {
      store,
      kill: () => {
        line.isDead = true
        unsubscribe()
        tab.die()
        this.#open.delete(opened)
      },
      close: () => {
        unsubscribe()
        store.close()
        this.#open.delete(opened)
      },
    }
    this.#open.add(opened)
    return opened
  }

  closeAll(): void {
    for (const tab of [...this.#open]) tab.close()
  }
}

/** What other tabs of the browser hear when one has written; jsdom has one window only. */
export function hearOtherTabs(): void {
  window.dispatchEvent(new StorageEvent('storage'))
}

function mortal(exchange: Exchange): Exchange & { isDead: boolean } {
  const never = new Promise<never>(() => {})
  return {
    isDead: false,
    async send(edits) {
      if (this.isDead) return never
      const answer = await exchange.send(edits)
      return this.isDead ? never : answer
    },
    async pull(cursor) {
      if (this.isDead) return never
      const answer = await exchange.pull(cursor)
      return this.isDead ? never : answer
    },
    ...(exchange.lastAuthor && { lastAuthor: exchange.lastAuthor.bind(exchange) }),
  }
}
