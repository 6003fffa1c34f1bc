import type { World } from '../../support/world.ts'
import { Ledger } from './ledger.ts'

export interface Recording {
  ledger: Ledger
  /** Each is told with the request that answered it, the organisation asked for, and the marker. */
  leaks: string[]
  requests: number
}

/** Reads every byte the program answers from now on: status, headers and body. */
export function record({ app }: Pick<World, 'app'>): Recording {
  const recording: Recording = { ledger: new Ledger(), leaks: [], requests: 0 }
  const request = app.request
  app.request = async (...parts) => {
    const [path, init] = parts
    const response = await request(...parts)
    const bytes = `${response.status} ${JSON.stringify([...response.headers])} ${await response.clone().text()}`
    const asker = new Headers(init?.headers).get('Interlane-Organisation') ?? undefined
    const found = recording.ledger.leaks(bytes, asker)
    recording.leaks.push(...found.map((marker) => `${init?.method} ${path} gave ${asker} ${marker}`))
    recording.requests += 1
    return response
  }
  return recording
}
