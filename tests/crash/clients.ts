// Clients that stream edits into the real program, keep what was not acknowledged, and send it again.
import { randomUUID } from 'node:crypto'
import type { ChangesResponse, EditAnswer, EditsResponse } from '../../shared/edits/exchange.ts'

/** Somebody signed in at the program, with a map of their own. Sessions outlive restarts. */
export interface Place {
  headers: Record<string, string>
  ecosystemId: string
  mapId: string
}

/** `from`: the address a proxy would name, for more people than one address may sign up. */
export async function signUp(address: string, from = '127.0.0.1'): Promise<Place> {
  const account = { name: 'Kim', email: `${randomUUID()}@example.com`, password: 'long enough for anyone' }
  const signedUp = await fetch(`${address}/api/account`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': from },
    body: JSON.stringify({ ...account, organisation: 'Insurer' }),
  })
  if (!signedUp.ok) throw new Error(`${signedUp.status} ${await signedUp.text()}`)
  const cookie = signedUp.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const known = await fetch(`${address}/api/account`, { headers: { Cookie: cookie } })
  const { memberships } = (await known.json()) as { memberships: { organisation: { id: string } }[] }
  const headers = {
    'Content-Type': 'application/json',
    Cookie: cookie,
    'Interlane-Organisation': memberships[0]!.organisation.id,
  }
  return foundPlace(address, headers)
}

/** An ecosystem with one map, of somebody who has signed up. */
export async function foundPlace(address: string, headers: Place['headers']): Promise<Place> {
  const founded = await fetch(`${address}/api/ecosystems`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ name: 'Cover' }) },
  })
  const { id: ecosystemId } = (await founded.json()) as { id: string }
  const mapId = randomUUID()
  const first = new Client({ headers, ecosystemId, mapId })
  first.compose([{ type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Claims', rank: 'a0' }])
  await first.send(address)
  return { headers, ecosystemId, mapId }
}

export class Client {
  readonly #place: Place
  readonly #clientId = randomUUID()
  #number = 0
  readonly #open = new Map<number, object>()
  /** Ids of the stages whose edits the server has acknowledged. */
  readonly acknowledged = new Set<string>()
  readonly #stageOf = new Map<number, string>()

  constructor(place: Place) {
    this.#place = place
  }

  compose(actions: object[]): number {
    const number = ++this.#number
    this.#open.set(number, { clientId: this.#clientId, number, version: 1, actions })
    return number
  }

  /** One more edit: it adds a stage, and counts up the version of the map's scope. */
  composeNext(): void {
    const id = randomUUID()
    const { mapId } = this.#place
    const number = this.compose([
      { type: 'stage.add', id, mapId, name: 'Stage', rank: 'a0' },
      { type: 'map.change', id: mapId, fields: { scope: id } },
    ])
    this.#stageOf.set(number, id)
  }

  get hasOpen(): boolean {
    return this.#open.size > 0
  }

  /** Sends all that is open; throws when the program does not answer, and then all of it stays open. */
  async send(address: string): Promise<void> {
    const { headers, ecosystemId } = this.#place
    const edits = [...this.#open.values()]
    const response = await fetch(`${address}/api/ecosystems/${ecosystemId}/edits`, {
      ...{ method: 'POST', headers, body: JSON.stringify({ edits }) },
    })
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${response.status} ${text}`)
    for (const answer of (JSON.parse(text) as EditsResponse).answers) this.#acknowledge(answer)
  }

  /** Streams until `isOver` or the program is gone. @returns whether it is gone */
  async stream(address: () => string, isOver: () => boolean): Promise<boolean> {
    while (!isOver()) {
      this.composeNext()
      if (this.#number % 3 === 0) this.composeNext()
      try {
        await this.send(address())
      } catch (error) {
        if (/^\d{3} /.test((error as Error).message)) throw error
        return true
      }
    }
    return false
  }

  #acknowledge(answer: EditAnswer): void {
    if (!answer.accepted) throw new Error(`refused: ${JSON.stringify(answer)}`)
    this.#open.delete(answer.number)
    const stage = this.#stageOf.get(answer.number)
    if (stage) this.acknowledged.add(stage)
  }
}

/** Everything the person sees, from nothing. */
export async function pullAll(address: string, { headers, ecosystemId }: Place): Promise<ChangesResponse> {
  const response = await fetch(`${address}/api/ecosystems/${ecosystemId}/changes`, { headers })
  return (await response.json()) as ChangesResponse
}

/** What is wrong with what the server holds, once everything sent has been acknowledged. */
export function faultsOf(changes: ChangesResponse, place: Place, clients: readonly Client[]): string[] {
  const acknowledged = clients.flatMap((client) => [...client.acknowledged])
  const stages = changes.rows.flatMap(({ kind, row }) => (kind === 'stage' ? [row] : []))
  const present = new Set(stages.map(({ id }) => id))
  const map = changes.rows.find(({ row }) => row.id === place.mapId)?.row
  const applied = (map?.versions.scope ?? 0) - 1
  return [
    ...clients.filter((client) => client.hasOpen).map(() => 'an edit was never acknowledged'),
    ...acknowledged.filter((id) => !present.has(id)).map((id) => `acknowledged edit ${id} is lost`),
    ...(stages.length === acknowledged.length
      ? []
      : [`${stages.length} stages of ${acknowledged.length} acknowledged edits`]),
    ...(applied === acknowledged.length
      ? []
      : [`${applied} edits applied, ${acknowledged.length} acknowledged`]),
  ]
}
