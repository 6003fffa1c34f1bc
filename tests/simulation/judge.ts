// Listens to everything that leaves the server while a session runs, and judges what is left at its end.
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ChangesResponse, EditAnswer } from '../../shared/edits/exchange.ts'
import { type AnyRow, type RowKind, rowKinds } from '../../shared/model/rows.ts'
import type { Client } from './client.ts'
import type { EditServer, Person } from './editServer.ts'
import { faultsOfHistory } from './historyFaults.ts'
import type { Markers } from './markers.ts'
import { type Belonging, mayKnow } from './mayKnow.ts'
import type { Witness } from './network.ts'
import { textOf } from './rowText.ts'

type Truth = { kind: RowKind; row: AnyRow }[]

export class Judge implements Witness {
  readonly faults = new Set<string>()
  readonly acknowledgements = new Map<string, EditAnswer>()
  /** Markers an organisation was shown while it was entitled to them. */
  readonly #known = new Map<string, Set<string>>()
  /** What there was when the history was last so long. */
  #latest: { length: number; audiences: Map<string, readonly string[]>; belonging: Belonging } | undefined
  frames = 0
  markersSeen = 0

  constructor(
    /** The server whose word counts. */
    readonly truth: EditServer,
    readonly ecosystemId: string,
    readonly markers: Markers,
    readonly people: readonly Person[],
    /** Knows at every moment what there is, and costs nothing to ask. */
    readonly present: EditServer = truth,
  ) {}

  async leaves(person: Person, bytes: string): Promise<void> {
    this.frames += 1
    const said = JSON.parse(bytes) as Partial<ChangesResponse>
    const found = this.markers.in(bytes)
    this.markersSeen += found.length
    if (found.length === 0 && !said.rows?.length) return
    const isAllowed = await this.#allowance(person)
    const kept = new Set<string>()
    for (const { kind, row } of said.rows ?? []) {
      const name = `${kind}/${row.id}`
      if (!isAllowed(name)) this.#fault(`${name} left for ${person.personId}`)
      else for (const marker of this.markers.in(wordsKeptBy(row))) kept.add(marker)
    }
    const known = this.#knownBy(person)
    for (const marker of found) {
      const name = this.markers.rowOf(marker)
      if (isAllowed(name)) known.add(marker)
      // What one has read or written once is kept where one's own view quotes it, and comes back nowhere else.
      else if (
        !kept.has(marker) ||
        (!known.has(marker) && this.markers.writerOf(marker) !== person.organisationId)
      )
        this.#fault(`${marker} of ${name} left for ${person.personId}`)
    }
  }

  acknowledged(answer: EditAnswer): void {
    const key = `${answer.clientId}/${answer.number}`
    const earlier = this.acknowledgements.get(key)
    if (earlier && JSON.stringify(earlier) !== JSON.stringify(answer))
      this.#fault(`${key} was answered in two ways`)
    this.acknowledgements.set(key, answer)
  }

  /** Once everything has arrived. */
  async conclude(clients: readonly Client[]): Promise<string[]> {
    const truth = await this.truth.readEverything(this.ecosystemId)
    const history = await this.truth.readHistory(this.ecosystemId)
    const answers = await this.truth.readAnswers(this.ecosystemId)
    const faults = faultsOfHistory({ history, answers, truth, acknowledged: this.acknowledgements })
    for (const fault of faults) this.#fault(fault)
    const belonging = belongingOf(truth, this.people)
    for (const client of clients) await this.#compare(client, truth, belonging)
    this.#compareColleagues(clients)
    return [...this.faults]
  }

  async #compare(client: Client, truth: Truth, belonging: Belonging): Promise<void> {
    const { person, store } = client
    const who = `${person.name} ${person.personId.slice(0, 8)}`
    const { status, rows } = store.snapshot()
    const isIn =
      belonging.isActiveMember(person) && belonging.isInEcosystem(person.organisationId, this.ecosystemId)
    const fresh = await this.truth.pull(person, this.ecosystemId).catch(() => null)
    if (!isIn || fresh === null) {
      if (isIn !== (fresh !== null)) this.#fault(`${who} is ${isIn ? '' : 'not '}in, and was told otherwise`)
      if (status !== 'failed') this.#fault(`${who} goes on as ${status} without a place`)
      return
    }
    if (!client.isSettled) this.#fault(`${who} has edits without an answer`)
    const expected = truth.filter(({ row }) => !row.deleted && mayKnow(person, row.audience, belonging))
    const served = new Map(fresh.rows.map(({ kind, row }) => [`${kind}/${row.id}`, textOf(row)]))
    this.#same(`${who}: the server against the oracle`, namesOf(expected), new Set(served.keys()))
    const held = new Map(
      rowKinds.flatMap((kind) =>
        (rows.all(kind) as AnyRow[]).map((row) => [`${kind}/${row.id}`, textOf(row)] as const),
      ),
    )
    this.#same(`${who}: the client against the server`, new Set(served.keys()), new Set(held.keys()))
    for (const [name, text] of held) {
      const answer = served.get(name)
      if (answer !== undefined && answer !== text)
        this.#fault(`${who} shows ${name} as ${text}, the server as ${answer}`)
    }
  }

  /** People of one organisation see the same, but for what is a person's own. */
  #compareColleagues(clients: readonly Client[]): void {
    const ready = clients.filter(({ store }) => store.snapshot().status === 'ready')
    const shared = ({ person, store }: Client) =>
      rowKinds.flatMap((kind) =>
        (store.snapshot().rows.all(kind) as AnyRow[])
          .filter((row) => row.audience.some((key) => key !== `person:${person.personId}`))
          .map((row) => `${kind}/${row.id} ${textOf(row)}`),
      )
    for (const [index, one] of ready.entries()) {
      const colleague = ready
        .slice(index + 1)
        .find(({ person }) => person.organisationId === one.person.organisationId)
      if (!colleague) continue
      this.#same('two of one organisation', new Set(shared(one)), new Set(shared(colleague)))
    }
  }

  #same(what: string, left: ReadonlySet<string>, right: ReadonlySet<string>): void {
    for (const one of left) if (!right.has(one)) this.#fault(`${what}: lacks ${one}`)
    for (const one of right) if (!left.has(one)) this.#fault(`${what}: has ${one} too much`)
  }

  async #allowance(person: Person): Promise<(name: string) => boolean> {
    const { length } = await this.present.readHistory(this.ecosystemId)
    if (this.#latest?.length !== length) {
      const truth = await this.present.readEverything(this.ecosystemId)
      const audiences = new Map(truth.map(({ kind, row }) => [`${kind}/${row.id}`, row.audience]))
      this.#latest = { length, audiences, belonging: belongingOf(truth, this.people) }
    }
    const { audiences, belonging } = this.#latest
    return (name) => mayKnow(person, audiences.get(name) ?? [], belonging)
  }

  #knownBy({ organisationId }: Viewer): Set<string> {
    const known = this.#known.get(organisationId) ?? new Set()
    this.#known.set(organisationId, known)
    return known
  }

  #fault(fault: string): void {
    if (this.faults.size < 20) this.faults.add(fault)
  }
}

/** The name of what is gone that a view was about, and the terms under a signature. */
function wordsKeptBy(row: AnyRow): string {
  const { unplacedFrom = null, terms = null } = row as { unplacedFrom?: string | null; terms?: unknown }
  return JSON.stringify([unplacedFrom, terms])
}

function belongingOf(truth: Truth, people: readonly Person[]): Belonging {
  const places = new Set<string>()
  const inside = new Set<string>()
  for (const { kind, row } of truth) {
    if (row.deleted) continue
    if (kind === 'ecosystem' && 'convenerOrganisationId' in row) inside.add(row.convenerOrganisationId)
    if (kind !== 'participant' || !('mayInvite' in row) || row.state !== 'active') continue
    places.add(`${row.organisationId} on ${row.mapId}`)
    inside.add(row.organisationId)
  }
  return {
    isActiveMember: ({ personId, organisationId }) =>
      people.some((one) => one.personId === personId && one.organisationId === organisationId && one.active),
    isActiveOnMap: (organisationId, mapId) => places.has(`${organisationId} on ${mapId}`),
    isInEcosystem: (organisationId) => inside.has(organisationId),
  }
}

function namesOf(rows: Truth): Set<string> {
  return new Set(rows.map(({ kind, row }) => `${kind}/${row.id}`))
}
