// The server's part of the exchange in memory, by the same rules: for tests of the store and of pages.
import { type AudienceKey, isVisible, keysOf } from '../../shared/audience/audience.ts'
import type { ActionInput, EditInput } from '../../shared/edits/actions/actions.ts'
import { applyEdit, consequencesOf } from '../../shared/edits/applyEdit.ts'
import { changedFields } from '../../shared/edits/draft.ts'
import type {
  ChangesResponse,
  EditAnswer,
  EditsResponse,
  FieldAuthor,
  VisibleRow,
} from '../../shared/edits/exchange.ts'
import { MemoryRows } from '../../shared/edits/memoryRows.ts'
import { readEdit } from '../../shared/edits/readEdit.ts'
import type { RowChange } from '../../shared/edits/reader.ts'
import { Refusal } from '../../shared/edits/refusal.ts'
import { type AnyRow, type RowKind, rowKinds } from '../../shared/model/rows.ts'
import type { Author, Grant } from '../../shared/rules/author.ts'
import { signing } from '../../shared/rules/author.ts'
import { ApiFailure } from '../../web/api/client.ts'
import type { Exchange } from '../../web/sync/exchange.ts'

type Fault = 'loseRequest' | 'loseAnswer' | 'doubleRequest'

export class FakeServer {
  readonly ecosystemId: string
  readonly rows = new MemoryRows()
  readonly organisations: { id: string; name: string }[] = []
  /** How many times an edit took effect, by client and number. */
  readonly effects = new Map<string, number>()
  /** Off for showing that a test notices a server that applies a repeat again. */
  remembersAnswers = true
  readonly #answers = new Map<string, EditAnswer>()
  readonly #changes = new Map<string, readonly RowChange[]>()
  readonly #authors = new Map<string, Author & { name: string }>()
  readonly #log: { kind: RowKind; id: string }[] = []
  #number = 0

  constructor(ecosystemId: string = crypto.randomUUID()) {
    this.ecosystemId = ecosystemId
  }

  /** Applies an edit at once, as a seed or as somebody else; throws when it is refused. */
  do(author: Author, actions: ActionInput[], grant?: Grant): void {
    const clientId = crypto.randomUUID()
    const answer = this.#accept(
      { clientId, number: ++this.#number, version: 1, actions },
      grant ? { ...author, grant } : author,
    )
    if (!answer.accepted) throw new Error(`${answer.error.message} (${answer.error.field ?? ''})`)
  }

  /** A client's line to this server; `faults` are used up one per request, undefined for none. */
  exchange(author: Author, faults: (Fault | undefined)[] = []): Exchange {
    return {
      send: async (edits) => {
        const fault = faults.shift()
        if (fault === 'loseRequest') throw unreachable()
        const response = this.send(author, edits)
        if (fault === 'doubleRequest') this.send(author, edits)
        if (fault === 'loseAnswer') throw unreachable()
        return response
      },
      pull: async (cursor) => this.pull(author, cursor),
      lastAuthor: async (kind, id, field) => this.lastAuthor(author, kind, id, field),
    }
  }

  send(author: Author, edits: readonly EditInput[]): EditsResponse {
    return structuredClone({ answers: edits.map((edit) => this.#accept(edit, author)) })
  }

  pull(author: Author, cursor: string | null): ChangesResponse {
    const keys = this.keysOf(author)
    const from = cursor === null ? 0 : Number(cursor)
    const seen = new Map(this.#log.slice(from).map(({ id, kind }) => [id, kind]))
    const rows: VisibleRow[] = []
    const gone: ChangesResponse['gone'] = []
    for (const [id, kind] of seen) {
      const row = this.rows.get(kind, id)
      const isSeen = row !== undefined && isVisible(row.audience, keys)
      if (isSeen && !row.deleted) rows.push({ kind, row } as VisibleRow)
      else if (cursor !== null) gone.push({ kind, id, deleted: isSeen })
    }
    const { organisations } = this
    return structuredClone({
      cursor: String(this.#log.length),
      reset: cursor === null,
      rows,
      gone,
      organisations,
    })
  }

  lastAuthor(viewer: Author, kind: RowKind, id: string, field: string): FieldAuthor | null {
    const row = this.rows.get(kind, id)
    if (!row || !isVisible(row.audience, this.keysOf(viewer))) return null
    const author = this.#authors.get(`${kind}/${id}/${field}`)
    const organisation = this.organisations.find((one) => one.id === author?.organisationId)?.name
    return author && organisation ? { personId: author.personId, name: author.name, organisation } : null
  }

  keysOf(author: Author): Set<AudienceKey> {
    const mapIds = this.rows
      .list('participant', 'organisationId', author.organisationId)
      .filter((participant) => !participant.deleted && participant.state === 'active')
      .map((participant) => participant.mapId)
    return keysOf(author, { ecosystemIds: [this.ecosystemId], mapIds })
  }

  #accept(input: EditInput, author: Author): EditAnswer {
    const { clientId, number } = input
    const key = `${clientId}/${number}`
    const stored = this.#answers.get(key)
    if (stored && this.remembersAnswers) return stored
    const answer = this.#apply(key, input, author)
    this.#answers.set(key, answer)
    return answer
  }

  #apply(key: string, input: EditInput, author: Author): EditAnswer {
    const { clientId, number } = input
    const edit = readEdit(input)
    if (edit instanceof Refusal) {
      const { code, message } = edit
      return { clientId, number, accepted: false, error: { code, message } }
    }
    const applied = applyEdit(edit, signing(author, 'Ada', new Date()), this.ecosystemId, this.seenBy(author))
    if (!applied.accepted) {
      const { code, message } = applied.refusal
      return { clientId, number, accepted: false, error: { code, message } }
    }
    const all = [...applied.changes, ...consequencesOf(applied.changes, this.rows)]
    this.rows.apply(all)
    for (const { kind, id, before, after } of applied.changes)
      for (const field of changedFields(before, after))
        this.#authors.set(`${kind}/${id}/${field}`, { name: 'Ada', ...author })
    this.#changes.set(key, applied.changes)
    this.effects.set(key, (this.effects.get(key) ?? 0) + 1)
    for (const { kind, id } of all) this.#log.push({ kind, id })
    return { clientId, number, accepted: true }
  }

  /** The rows an author may see. */
  seenBy(author: Author): MemoryRows {
    const keys = this.keysOf(author)
    const visible = new MemoryRows()
    const logged = new Map(this.#log.map(({ kind, id }) => [id, kind]))
    for (const [id, kind] of logged) {
      const row = this.rows.get(kind, id) as AnyRow | undefined
      if (row && (author.grant || isVisible(row.audience, keys))) visible.set(kind, row as never)
    }
    for (const [key, changes] of this.#changes) {
      const [clientId = '', number] = key.split('/')
      visible.remember({ clientId, number: Number(number) }, changes)
    }
    return visible
  }
}

/** All living rows of a store or server, by id, for comparing what two of them hold. */
export function everyRow(rows: MemoryRows): Record<string, AnyRow> {
  const all = rowKinds.flatMap((kind) => rows.all(kind) as AnyRow[])
  return Object.fromEntries(all.map((row) => [row.id, row] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function unreachable(): ApiFailure {
  return new ApiFailure(0, 'network.unreachable', 'Interlane cannot be reached.')
}
