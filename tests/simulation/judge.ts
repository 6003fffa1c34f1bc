// Listens to everything that leaves the server while a session runs, and judges what is left at its end.
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ChangesResponse, EditAnswer } from '../../shared/edits/exchange.ts'
import type { FromServer, PresentPerson } from '../../shared/live/messages.ts'
import { type AnyRow, type RowKind, rowKinds } from '../../shared/model/rows.ts'
import type { Client } from './client.ts'
import type { EditServer, Person } from './editServer.ts'
import { faultsOfHistory } from './historyFaults.ts'
import type { Markers } from './markers.ts'
import { type Belonging, mayKnow } from './mayKnow.ts'
import type { Witness } from './network.ts'
import { textOf } from './rowText.ts'
import { markedPlaces } from './typedFields.ts'

type Truth = { kind: RowKind; row: AnyRow }[]

export class Judge implements Witness {
  readonly faults = new Set<string>()
  readonly acknowledgements = new Map<string, EditAnswer>()
  /** Markers an organisation was shown while it was entitled to them. */
  readonly #known = new Map<string, Set<string>>()
  /** What there was when the history was last so long. */
  #latest: { length: number; audiences: Map<string, readonly string[]>; belonging: Belonging } | undefined
  /** Where in rows of which kind a marker was written, as `kind.field`. */
  readonly marked = new Set<string>()
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

  /** @param mapId the map that the page shows for which a frame about other people leaves */
  async leaves(person: Person, bytes: string, mapId?: string | null): Promise<void> {
    this.frames += 1
    const said = JSON.parse(bytes) as Said
    const found = this.markers.in(bytes)
    this.markersSeen += found.length
    if (found.length === 0 && !said.rows?.length) return
    const { audiences, belonging } = await this.#now()
    const isAllowed = (name: string) => mayKnow(person, audiences.get(name) ?? [], belonging)
    const kept = new Set<string>()
    for (const other of said.people ?? []) {
      kept.add(other.name)
      if (!mayKnow(person, [`map:${mapId}`], belonging))
        this.#fault(`who is on map ${mapId} left for ${person.personId}`)
      for (const name of placesOf(other))
        if (!isAllowed(name)) this.#fault(`that somebody is at ${name} left for ${person.personId}`)
    }
    for (const { kind, row } of said.rows ?? []) {
      const name = `${kind}/${row.id}`
      if (!isAllowed(name)) this.#fault(`${name} left for ${person.personId}`)
      else for (const marker of this.markers.in(wordsKeptBy(row))) kept.add(marker)
    }
    const known = this.#knownBy(person)
    for (const marker of found) {
      const name = this.markers.rowOf(marker)
      if (this.markers.isName(marker)) {
        if (!kept.has(marker)) this.#fault(`the name ${marker} left for ${person.personId}`)
      } else if (isAllowed(name)) known.add(marker)
      // What one has read or written once is kept where one's own view quotes it, and comes back nowhere else.
      else if (
        !kept.has(marker) ||
        (!known.has(marker) && this.markers.writerOf(marker) !== person.organisationId)
      )
        this.#fault(`${marker} of ${name} left for ${person.personId}`)
    }
  }

  /** A page was told to pull, having been told of everything up to `since`. */
  async hinted(person: Person, since: number): Promise<void> {
    const { belonging } = await this.#now()
    const history = await this.present.readHistory(this.ecosystemId)
    const isConcerned = history.some(
      ({ seq, change: { kind, before, after } }) =>
        seq > since &&
        // Where somebody takes part no more, or again, other maps may come and go with it.
        (kind === 'participant' ||
          mayKnow(person, [...(before?.audience ?? []), ...after.audience], belonging)),
    )
    if (!isConcerned) this.#fault(`a hint at nothing they may see left for ${person.personId}`)
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
    for (const { change } of history)
      for (const place of markedPlaces(change.kind, change.after)) this.marked.add(place)
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

  async #now() {
    // Before anything is waited for: a moment later somebody else may be a member.
    const isActiveMember = membersNow(this.people)
    const { length } = await this.present.readHistory(this.ecosystemId)
    if (this.#latest?.length !== length) {
      const truth = await this.present.readEverything(this.ecosystemId)
      const audiences = new Map(truth.map(({ kind, row }) => [`${kind}/${row.id}`, row.audience]))
      this.#latest = { length, audiences, belonging: belongingOf(truth, this.people) }
    }
    return { ...this.#latest, belonging: { ...this.#latest.belonging, isActiveMember } }
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

/** The name of what is gone that a view was about, the terms under a signature, and who wrote it. */
function wordsKeptBy(row: AnyRow): string {
  const { unplacedFrom, terms, authorName } = row as Partial<Record<string, unknown>>
  return JSON.stringify([unplacedFrom, terms, authorName])
}

/** Any answer or frame, as far as it names rows or people. */
type Said = Partial<ChangesResponse & Extract<FromServer, { type: 'present' }>>

/** `kind/id` of the rows somebody is at. */
function placesOf({ selected, editing, looking }: PresentPerson): string[] {
  const card = looking && { kind: 'touchpoint', id: looking.cardId }
  return [selected, editing, card].flatMap((row) => (row ? [`${row.kind}/${row.id}`] : []))
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
    isActiveMember: membersNow(people),
    isActiveOnMap: (organisationId, mapId) => places.has(`${organisationId} on ${mapId}`),
    isInEcosystem: (organisationId) => inside.has(organisationId),
  }
}

function membersNow(people: readonly Person[]): Belonging['isActiveMember'] {
  const active = people.filter((one) => one.active).map(memberKey)
  return (viewer) => active.includes(memberKey(viewer))
}

function memberKey({ personId, organisationId }: Viewer): string {
  return `${personId} ${organisationId}`
}

function namesOf(rows: Truth): Set<string> {
  return new Set(rows.map(({ kind, row }) => `${kind}/${row.id}`))
}
