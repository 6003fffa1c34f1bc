// The server's part in memory: the rules of api/edits without a database. The contract suite holds it to the real one.

import { AppError } from '../../api/errors.ts'
import { createInProcessHub } from '../../api/live/bus/inProcessBus.ts'
import {
  type AudienceKey,
  ecosystemKey,
  isVisible,
  keysOf,
  lostKeys,
  mapKey,
  type Viewer,
} from '../../shared/audience/audience.ts'
import { withoutUnknownOrganisations } from '../../shared/audience/unknownOrganisations.ts'
import { applyEdit, consequencesOf } from '../../shared/edits/applyEdit.ts'
import type { ChangesResponse, EditAnswer, SubmittedEdit } from '../../shared/edits/exchange.ts'
import { readEdit } from '../../shared/edits/readEdit.ts'
import { type RowChange, referenceKey, rowKey } from '../../shared/edits/reader.ts'
import { Refusal } from '../../shared/edits/refusal.ts'
import type { AnyRow } from '../../shared/model/rows.ts'
import { type Grant, signing } from '../../shared/rules/author.ts'
import type { Breakage } from './breakage.ts'
import { Crash, type EditServer, type HistoryRecord, type Person, type Standing } from './editServer.ts'
import { MemoryLines } from './memoryLines.ts'
import { type MemoryEcosystem, openEcosystem } from './memoryRows.ts'
import { looksAsBefore, seenRows, withOwnAudience } from './seenRows.ts'
import { StaleRows } from './staleRows.ts'

export class MemoryServer implements EditServer {
  readonly takesTime = false
  readonly #organisations = new Map<string, string>()
  readonly #people = new Map<string, Person>()
  readonly #ecosystems = new Map<string, MemoryEcosystem>()
  readonly #broken: Breakage
  readonly #stale = new StaleRows()
  readonly #buses = twoBuses()
  /** Of open pages, on either instance. */
  readonly lines: MemoryLines

  constructor(broken: Breakage = {}) {
    this.#broken = broken
    this.lines = new MemoryLines((viewer, ecosystemId) => {
      const ecosystem = this.#ecosystems.get(ecosystemId)!
      const keys = this.#keysOf(viewer, ecosystem)
      const isIn = keys.has(ecosystemKey(ecosystemId))
      const known = new Set(this.#namesFor(viewer, keys, ecosystem).map(({ id }) => id))
      return { ecosystem, keys: isIn ? keys : null, known }
    }, broken)
  }

  async addOrganisation(id: string, name: string): Promise<void> {
    this.#organisations.set(id, name)
  }

  async addPerson(person: Person): Promise<void> {
    this.#people.set(nameOf(person), { ...person })
  }

  async changeMembership(viewer: Viewer, membership: Standing): Promise<void> {
    Object.assign(this.#people.get(nameOf(viewer))!, membership)
    if (this.#broken.epochStays) return
    for (const ecosystem of this.#ecosystems.values()) ecosystem.epoch += 1
  }

  async found(viewer: Viewer, ecosystemId: string): Promise<void> {
    this.#ecosystems.set(ecosystemId, openEcosystem(ecosystemId))
    const action = { type: 'ecosystem.add', id: ecosystemId, name: 'Cover', goal: '' }
    const founding = { clientId: ecosystemId, number: 1, version: 1, actions: [action] }
    await this.accept(viewer, ecosystemId, [founding], { grant: { kind: 'founding' } })
  }

  async accept(
    viewer: Viewer,
    ecosystemId: string,
    edits: readonly SubmittedEdit[],
    { grant, crashes = false, instance = 0 }: { grant?: Grant; crashes?: boolean; instance?: number } = {},
  ): Promise<EditAnswer[]> {
    const ecosystem = this.#ecosystems.get(ecosystemId)
    const person = this.#people.get(nameOf(viewer))
    if (!ecosystem || !person?.active) throw new AppError('notThere')
    const seesBy = () => new Set([...this.#keysOf(viewer, ecosystem), ...grantedKeys(ecosystemId, grant)])
    let keys = seesBy()
    if (!keys.has(ecosystemKey(ecosystemId))) throw new AppError('notThere')
    const tell = (seq: number) => this.#buses[instance]!.publish({ kind: 'changed', ecosystemId, seq })
    if (this.#broken.hintsBeforeCommit) tell(ecosystem.seq + 1)
    if (crashes && !this.#broken.answersBeforeCommit) throw new Crash()
    const changed = new Set<string>()
    const before = ecosystem.seq
    const answers = edits.map((one): EditAnswer => {
      const key = referenceKey(one)
      const earlier = ecosystem.answers.get(key)
      if (earlier && earlier.personId !== viewer.personId) throw new AppError('input.invalid')
      if (earlier && !this.#broken.missingIdempotency) return earlier.answer
      const { clientId, number } = one
      if (crashes) return { clientId, number, accepted: true }
      const outcome = this.#apply(one, { ...person, ...(grant && { grant }) }, keys, ecosystem, changed)
      const answer =
        outcome instanceof Refusal
          ? refused(one, outcome)
          : this.#write(one, viewer, outcome, ecosystem, changed)
      if (answer.accepted) keys = seesBy()
      ecosystem.answers.set(key, { personId: viewer.personId, answer })
      return answer
    })
    const { seq } = ecosystem
    if (seq > before && !this.#broken.hintsBeforeCommit) tell(seq)
    return answers
  }

  listen(instance: number, listener: () => void): () => void {
    return this.#buses[instance]!.subscribe(listener)
  }

  async pull(viewer: Viewer, ecosystemId: string, cursor?: string): Promise<ChangesResponse> {
    const ecosystem = this.#ecosystems.get(ecosystemId)
    const keys = ecosystem && this.#keysOf(viewer, ecosystem)
    if (!ecosystem || !keys?.has(`ecosystem:${ecosystemId}`)) throw new AppError('notThere')
    const names = this.#namesFor(viewer, keys, ecosystem)
    const since = cursor === undefined ? undefined : (JSON.parse(cursor) as Position)
    const standing =
      since?.epoch === ecosystem.epoch ? since.standing : JSON.stringify([[...keys].sort(), names])
    const isCurrent = since !== undefined && since.standing === standing
    const next = JSON.stringify({ seq: ecosystem.seq, epoch: ecosystem.epoch, standing } satisfies Position)
    const empty = { cursor: next, reset: false, rows: [], gone: [], organisations: [] }
    if (isCurrent && since.seq === ecosystem.seq) return empty
    const { rows, gone } = this.#changesSince(
      isCurrent ? since.seq : null,
      keys,
      new Set(names.map(({ id }) => id)),
      ecosystem,
    )
    const isNews = !isCurrent || rows.length > 0 || gone.length > 0
    const sent = this.#broken.sightOutlivesRevocation ? this.#stale.addTo(nameOf(viewer), rows) : rows
    return { cursor: next, reset: !isCurrent, rows: sent, gone, organisations: isNews ? names : [] }
  }

  async readEverything(ecosystemId: string) {
    return this.#ecosystems.get(ecosystemId)!.every()
  }

  async readHistory(ecosystemId: string): Promise<HistoryRecord[]> {
    return this.#ecosystems.get(ecosystemId)!.history
  }

  async readAnswers(ecosystemId: string): Promise<EditAnswer[]> {
    return [...this.#ecosystems.get(ecosystemId)!.answers.values()].map(({ answer }) => answer)
  }

  #changesSince(
    seq: number | null,
    keys: ReadonlySet<AudienceKey>,
    known: ReadonlySet<string>,
    ecosystem: MemoryEcosystem,
  ) {
    const isSeen = (row: AnyRow) => this.#sees(row.audience, keys)
    const changed = seq === null ? ecosystem.living() : ecosystem.changedSince(seq)
    const seen = changed.filter(({ row }) => isSeen(row))
    const visible = new Set(seen.map(({ row }) => row.id))
    const lost = seq === null || this.#broken.noTombstones ? [] : ecosystem.lostSince(seq)
    const graves = lost.filter(({ id, audience }) => isVisible(audience, keys) && !visible.has(id))
    // However often a row was lost, it is named once.
    const buried = new Map(graves.map(({ kind, id }) => [rowKey({ kind, id }), { kind, id, deleted: false }]))
    const shown =
      seq === null ? seen : seen.filter((one) => !looksAsBefore(one, seq, { keys, known }, ecosystem))
    const gone = [
      ...shown.filter(({ row }) => row.deleted).map(({ kind, row }) => ({ kind, id: row.id, deleted: true })),
      ...buried.values(),
    ]
    const rows = shown
      .filter(({ row }) => !row.deleted)
      .map((one) => withoutUnknownOrganisations(withOwnAudience(one, keys), known))
    return { rows, gone }
  }

  #apply(
    submitted: SubmittedEdit,
    person: Person & { grant?: Grant },
    keys: ReadonlySet<AudienceKey>,
    ecosystem: MemoryEcosystem,
    changed: Set<string>,
  ): RowChange[] | Refusal {
    const edit = readEdit(submitted)
    if (edit instanceof Refusal) return edit
    const { name, active: _, ...author } = person
    const seen = seenRows(ecosystem, person, (audience) => this.#sees(audience, keys), changed)
    const applied = applyEdit(edit, signing(author, name, new Date()), ecosystem.id, seen)
    if (!applied.accepted) return applied.refusal
    const isTaken = applied.changes.some(
      (change) => change.before === null && ecosystem.rows.get(change.kind, change.id),
    )
    if (!isTaken) for (const { id } of applied.changes) changed.add(id)
    return isTaken
      ? new Refusal('edit.invalid', 'An id in this edit is taken. Make a new one and try again.', 'id')
      : applied.changes
  }

  #write(
    { clientId, number }: SubmittedEdit,
    viewer: Viewer,
    changes: RowChange[],
    ecosystem: MemoryEcosystem,
    changed: Set<string>,
  ): EditAnswer {
    const seq = ++ecosystem.seq
    const consequences = this.#broken.noConsequences ? [] : consequencesOf(changes, ecosystem.rows)
    const all = [...changes, ...consequences]
    if (all.some(movesEpoch) && !this.#broken.epochStays) ecosystem.epoch += 1
    // What followed unseen, or changed what one may see, has the next edit read anew.
    if (consequences.length > 0 || all.some(({ kind }) => kind === 'participant')) changed.clear()
    else changed.add(referenceKey({ clientId, number }))
    const commit = () => ecosystem.log(all, seq)
    ecosystem.rows.apply(all)
    for (const change of all) {
      ecosystem.history.push({ seq, clientId, number, organisationId: viewer.organisationId, change })
      const { before, after, kind, id } = change
      const audience = before ? lostKeys(before.audience, after.audience) : []
      if (audience.length > 0) ecosystem.tombstones.push({ seq, kind, id, audience })
    }
    ecosystem.remember({ clientId, number }, viewer, all)
    if (this.#broken.numbersBeforeCommit) setTimeout(commit, 40)
    else commit()
    return { clientId, number, accepted: true }
  }

  #sees(audience: readonly AudienceKey[], keys: ReadonlySet<AudienceKey>): boolean {
    return this.#broken.audienceFilterOff === true || isVisible(audience, keys)
  }

  #keysOf(viewer: Viewer, ecosystem: MemoryEcosystem): Set<AudienceKey> {
    if (!this.#people.get(nameOf(viewer))?.active) return new Set()
    const { organisationId } = viewer
    const mapIds = ecosystem.rows
      .list('participant', 'organisationId', organisationId)
      .filter((row) => !row.deleted && row.state === 'active')
      .map((row) => row.mapId)
    const convenes = ecosystem.rows.get('ecosystem', ecosystem.id)?.convenerOrganisationId === organisationId
    const ecosystemIds = convenes || mapIds.length > 0 ? [ecosystem.id] : []
    return keysOf(viewer, { ecosystemIds, mapIds })
  }

  #namesFor(viewer: Viewer, keys: ReadonlySet<AudienceKey>, ecosystem: MemoryEcosystem) {
    const shared = ecosystem.rows
      .every('participant')
      .filter((row) => this.#sees(row.audience, keys))
      .map((row) => row.organisationId)
    return [...new Set([viewer.organisationId, ...shared])]
      .sort()
      .map((id) => ({ id, name: this.#organisations.get(id) ?? '' }))
  }
}

function twoBuses() {
  const hub = createInProcessHub()
  return [hub.open(), hub.open()]
}

interface Position {
  seq: number
  epoch: number
  standing: string
}

function nameOf({ personId, organisationId }: Viewer): string {
  return `${personId}/${organisationId}`
}

function refused({ clientId, number }: SubmittedEdit, { code, message, field }: Refusal): EditAnswer {
  return {
    ...{ clientId, number, accepted: false },
    error: { code, message, ...(field !== undefined && { field }) },
  }
}

function grantedKeys(ecosystemId: string, grant: Grant | undefined): AudienceKey[] {
  if (!grant || grant.kind === 'removal') return []
  return [ecosystemKey(ecosystemId), ...(grant.kind === 'invitation' ? grant.mapIds.map(mapKey) : [])]
}

function movesEpoch(change: RowChange): boolean {
  return change.kind === 'participant' && change.before?.state !== change.after.state
}
