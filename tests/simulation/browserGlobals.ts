/** What the store asks of a browser beside the clock: a page in front, and nothing that wakes it. */
export function pretendBrowser(uuid: () => string): () => void {
  const quiet = { addEventListener() {}, removeEventListener() {} }
  const earlier = { document: globalThis.document, window: globalThis.window }
  Object.assign(globalThis, { document: { ...quiet, visibilityState: 'visible' }, window: { ...quiet } })
  Object.defineProperty(globalThis.crypto, 'randomUUID', { value: uuid, configurable: true, writable: true })
  return () => {
    Object.assign(globalThis, earlier)
    Reflect.deleteProperty(globalThis.crypto, 'randomUUID')
  }
}
