// What jsdom lacks and the kit needs; and a clean page for each test.
import { notifications } from '@mantine/notifications'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { pageStores } from '../../web/sync/pageStores.ts'

// Pages load lazily; on a busy machine the first of a file takes seconds.
configure({ asyncUtilTimeout: 20_000 })
vi.setConfig({ testTimeout: 60_000 })

class NothingObserved {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** No server listens to what is built here; a test that wants a line brings its own. */
class NeverOpen {
  static readonly OPEN = 1
  readonly readyState = 0
  close() {}
  send() {}
}

if (typeof window !== 'undefined') {
  window.WebSocket = NeverOpen as unknown as typeof WebSocket
  window.matchMedia ??= (media: string) =>
    ({
      media,
      matches: false,
      onchange: null,
      addEventListener() {},
      removeEventListener() {},
      addListener() {},
      removeListener() {},
      dispatchEvent: () => false,
    }) satisfies MediaQueryList
  window.ResizeObserver ??= NothingObserved as unknown as typeof ResizeObserver
  // react-aria marks the focused entry of a menu by a selector; ids in tests need no escaping.
  window.CSS ??= { escape: (text: string) => text } as typeof CSS
  window.scrollTo = () => {}
  // Text areas that grow measure again once fonts are there.
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
  Element.prototype.scrollIntoView ??= () => {}
}

afterEach(() => {
  cleanup()
  pageStores.closeAll()
  notifications.clean()
  notifications.cleanQueue()
  vi.unstubAllGlobals()
  if (typeof window === 'undefined') return
  localStorage.clear()
  sessionStorage.clear()
})
