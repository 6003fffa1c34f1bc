// One open page's line on this instance: who it belongs to, what they may see, and what was said to it.
import type { AudienceKey, Viewer } from '../../shared/audience/audience.ts'
import { mapKey } from '../../shared/audience/audience.ts'
import {
  closing,
  type FromServer,
  nowhere,
  type PresentPerson,
  type Whereabouts,
} from '../../shared/live/messages.ts'

/** What carries a line; a WebSocket, or a list in a test. */
export interface Wire {
  send(text: string): void
  close(code: number): void
}

export interface LineOwner {
  viewer: Viewer
  /** Stored id of the session the line was opened with; with it the line ends. */
  sessionId: string
  name: string
}

export class Line {
  readonly id: string
  readonly ecosystemId: string
  readonly owner: LineOwner
  /** Null until they are read for the first time: until then nothing is said and nothing heard. */
  keys: ReadonlySet<AudienceKey> | null = null
  /** The organisations its owner may know. */
  known: ReadonlySet<string> = new Set()
  standing = ''
  organisation = ''
  at: Whereabouts = nowhere
  isClosed = false
  readonly #wire: Wire
  readonly #shown = new Map<string, string>()
  #present: PresentPerson[] = []
  #gone: string[] = []

  constructor(id: string, ecosystemId: string, owner: LineOwner, wire: Wire) {
    this.id = id
    this.ecosystemId = ecosystemId
    this.owner = owner
    this.#wire = wire
  }

  say(message: FromServer): void {
    if (!this.isClosed) this.#wire.send(JSON.stringify(message))
  }

  close(reason: keyof typeof closing): void {
    if (this.isClosed) return
    this.isClosed = true
    this.#wire.close(closing[reason])
  }

  /** The map this page shows, as long as its owner may see it. */
  get mapId(): string | null {
    const { mapId } = this.at
    return mapId !== null && this.keys?.has(mapKey(mapId)) ? mapId : null
  }

  /** Notes how a page of somebody looks from here now; null when it is not to be seen. Sent with {@link sayWhoIsThere}. */
  show(id: string, person: PresentPerson | null): void {
    const text = person && JSON.stringify(person)
    if (text === (this.#shown.get(id) ?? null)) return
    this.#present = this.#present.filter((one) => one.id !== id)
    this.#gone = this.#gone.filter((one) => one !== id)
    if (person && text) {
      this.#shown.set(id, text)
      this.#present.push(person)
    } else {
      this.#shown.delete(id)
      this.#gone.push(id)
    }
  }

  get shownIds(): string[] {
    return [...this.#shown.keys()]
  }

  /** Says only what has changed for this reader, so that nothing is to be learnt from a message that says nothing. */
  sayWhoIsThere(): void {
    if (this.#present.length + this.#gone.length === 0) return
    this.say({ type: 'present', people: this.#present, gone: this.#gone })
    this.#present = []
    this.#gone = []
  }
}
