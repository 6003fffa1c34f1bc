import type { BusMessage } from './bus.ts'

const gatheringMilliseconds = 20

/**
 * Gathers what an instance says for a moment, so that many edits become one message: of several changes in an ecosystem the last is
 * kept, of several whereabouts of a page too. `send` gets them packed into texts of at most `mostBytes` each.
 */
export class Outbox {
  readonly #send: (texts: string[]) => void
  readonly #mostBytes: number
  #waiting = new Map<string, BusMessage>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(mostBytes: number, send: (texts: string[]) => void) {
    this.#mostBytes = mostBytes
    this.#send = send
  }

  add(message: BusMessage): void {
    const key = keyOf(message)
    const earlier = this.#waiting.get(key)
    if (earlier?.kind === 'changed' && message.kind === 'changed' && earlier.seq > message.seq) return
    // Again at the end: what is last said about a page is last heard.
    this.#waiting.delete(key)
    this.#waiting.set(key, message)
    this.#timer ??= setTimeout(() => this.flush(), gatheringMilliseconds)
  }

  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const messages = [...this.#waiting.values()]
    this.#waiting = new Map()
    const texts = packed(messages, this.#mostBytes)
    if (texts.length > 0) this.#send(texts)
  }
}

function keyOf(message: BusMessage): string {
  if (message.kind === 'changed') return `changed ${message.ecosystemId}`
  if (message.kind === 'present') return `page ${message.presence.id}`
  return message.kind === 'gone' ? `page ${message.id}` : message.kind
}

/** JSON arrays; a message that is too large alone is left out, as any message may get lost. */
function packed(messages: readonly BusMessage[], mostBytes: number): string[] {
  const texts: string[] = []
  let open: string[] = []
  let bytes = 0
  for (const message of messages) {
    const text = JSON.stringify(message)
    const size = Buffer.byteLength(text) + 1
    if (size + 1 > mostBytes) continue
    if (bytes + size + 1 > mostBytes) {
      texts.push(`[${open.join(',')}]`)
      open = []
      bytes = 0
    }
    open.push(text)
    bytes += size
  }
  return open.length > 0 ? [...texts, `[${open.join(',')}]`] : texts
}
