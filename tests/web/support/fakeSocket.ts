import { vi } from 'vitest'
import { type FromServer, fromBrowser, type Whereabouts } from '../../../shared/live/messages.ts'

/** Stands in for the browser's WebSocket: the test is the server. */
export class FakeSocket {
  static readonly OPEN = 1
  static opened: FakeSocket[] = []
  readonly url: string
  readyState = 0
  said: Whereabouts[] = []
  onmessage: (event: { data: string }) => void = () => {}
  onclose: (event: { code: number }) => void = () => {}

  constructor(url: string) {
    this.url = url
    FakeSocket.opened.push(this)
  }

  /** Puts it in place of the browser's for the rest of the test. */
  static install(): void {
    FakeSocket.opened = []
    vi.stubGlobal('WebSocket', FakeSocket)
  }

  static get last(): FakeSocket {
    return FakeSocket.opened.at(-1)!
  }

  send(text: string): void {
    this.said.push(fromBrowser.parse(JSON.parse(text)).at)
  }

  close(): void {
    this.cut(1000)
  }

  ready(): void {
    this.readyState = 1
    this.tell({ type: 'ready' })
  }

  tell(message: FromServer): void {
    this.onmessage({ data: JSON.stringify(message) })
  }

  cut(code = 1006): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.onclose({ code })
  }
}
