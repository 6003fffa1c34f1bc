import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EditsResponse } from '../../shared/edits/exchange.ts'
import type { Company } from './places.ts'

/** Makes one edit after the other, each sent until some instance has answered it. */
export class Writer {
  readonly #clientId = randomUUID()
  #number = 0
  /** Ids of the marks whose edits were acknowledged. */
  readonly acknowledged: string[] = []
  /** How often an edit had to be sent again. */
  repeats = 0

  constructor(
    readonly company: Company,
    readonly addresses: readonly string[],
  ) {}

  async stream(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.#makeOne()
      await sleep(250)
    }
  }

  /** Marks the company's card, and counts up the version of its purpose. */
  async #makeOne(): Promise<void> {
    const { cardId } = this.company
    const id = randomUUID()
    const number = ++this.#number
    const target = { targetKind: 'touchpoint', targetId: cardId }
    const actions = [
      { type: 'mark.add', id, ...target, kind: 'pain', statement: `Mark ${number}`, with: 'map' },
      { type: 'touchpoint.change', id: cardId, fields: { purpose: id } },
    ]
    const edit = { clientId: this.#clientId, number, version: 1, actions }
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#send(edit, this.addresses[(number + attempt) % this.addresses.length]!)
      if (answer) {
        if (!answer.accepted) throw new Error(JSON.stringify(answer))
        this.acknowledged.push(id)
        return
      }
      this.repeats += 1
      await sleep(100)
    }
  }

  /** Undefined when nobody answered, or the server is in no state to. */
  async #send(edit: object, address: string) {
    const { headers, ecosystemId } = this.company
    try {
      const response = await fetch(`${address}/api/ecosystems/${ecosystemId}/edits`, {
        ...{ method: 'POST', headers, body: JSON.stringify({ edits: [edit] }) },
        signal: AbortSignal.timeout(30_000),
      })
      if (response.status === 429 || response.status >= 500) return undefined
      const text = await response.text()
      if (!response.ok) throw new Error(`refused: ${response.status} ${text}`)
      return (JSON.parse(text) as EditsResponse).answers[0]!
    } catch (error) {
      if ((error as Error).message.startsWith('refused:')) throw error
      return undefined
    }
  }
}
