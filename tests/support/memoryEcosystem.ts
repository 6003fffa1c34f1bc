// One ecosystem in memory that accepts edits as the server does: each author on exactly the rows they see.
import { randomUUID } from 'node:crypto'
import { ecosystemKey, isVisible, keysOf } from '../../shared/audience/audience.ts'
import { type ActionInput, action } from '../../shared/edits/actions/actions.ts'
import { type Applied, applyEdit, consequencesOf } from '../../shared/edits/applyEdit.ts'
import { MemoryRows } from '../../shared/edits/memoryRows.ts'
import { type EditReference, type RowChange, referenceKey } from '../../shared/edits/reader.ts'
import { type AnyRow, type RowKind, rowKinds } from '../../shared/model/rows.ts'
import { type Author, signing } from '../../shared/rules/author.ts'

/** The row filter; tests pass a broken one to show that they would notice. */
export type See = (audience: readonly string[], keys: ReadonlySet<string>) => boolean

/** What a server does with an accepted edit: which changes it writes, and of which it tells the author. */
export type Take = (
  direct: RowChange[],
  consequences: RowChange[],
) => { written: RowChange[]; told: RowChange[] }

const takeAll: Take = (direct, consequences) => ({ written: [...direct, ...consequences], told: direct })

export type Outcome = Applied & { edit: EditReference; consequences: RowChange[] }

export class MemoryEcosystem {
  readonly everything = new MemoryRows()
  readonly #history = new Map<string, { edit: EditReference; authorId: string; changes: RowChange[] }>()
  readonly #clients = new Map<string, EditReference>()

  constructor(
    readonly id: string = randomUUID(),
    readonly see: See = isVisible,
    readonly take: Take = takeAll,
  ) {}

  /** Applies one edit and, when it is accepted, writes it with its consequences. */
  try(author: Author, ...actions: ActionInput[]): Outcome {
    const edit = this.#nextNumber(author)
    const parsed = actions.map((one) => action.parse(one))
    const applied = applyEdit(
      { actions: parsed },
      signing(author, 'Ada', new Date()),
      this.id,
      this.seenBy(author),
    )
    if (!applied.accepted) return { ...applied, edit, consequences: [] }
    const consequences = consequencesOf(applied.changes, this.everything)
    const { written, told } = this.take(applied.changes, consequences)
    this.everything.apply(written)
    this.#history.set(referenceKey(edit), {
      edit,
      authorId: author.personId,
      changes: written,
    })
    return { accepted: true, changes: told, edit, consequences }
  }

  /** As `try`, for edits a story takes for granted. @throws Error with the refusal */
  act(author: Author, ...actions: ActionInput[]): EditReference {
    const outcome = this.try(author, ...actions)
    if (!outcome.accepted) {
      throw new Error(`${actions.map(({ type }) => type).join(', ')}: ${outcome.refusal.message}`)
    }
    return outcome.edit
  }

  undo(author: Author, edit: EditReference): Outcome {
    return this.try(author, { type: 'edit.undo', ...edit })
  }

  lastEditOf(author: Author): EditReference | undefined {
    return this.#clients.get(author.personId)
  }

  keysOf(author: Author): Set<string> {
    const own = this.everything
      .all('participant')
      .filter((row) => row.organisationId === author.organisationId && row.state === 'active')
    const granted = author.grant?.kind === 'invitation' ? author.grant.mapIds : []
    const mapIds = [...own.map((row) => row.mapId), ...granted]
    const convenes = this.everything
      .all('ecosystem')
      .some((row) => row.convenerOrganisationId === author.organisationId)
    const ecosystemIds = mapIds.length > 0 || convenes ? [this.id] : []
    return keysOf(author, { ecosystemIds, mapIds })
  }

  /** The rows an author sees, with what they see of the edits they made. */
  seenBy(author: Author): MemoryRows {
    const keys = this.keysOf(author)
    const visible = (row: AnyRow) => this.see(row.audience, keys)
    const seen = new MemoryRows()
    for (const { kind, row } of this.rows()) if (visible(row)) seen.set(kind, row as never)
    for (const { edit, authorId, changes } of this.#history.values()) {
      const own = changes.filter((change) => visible(change.after))
      if (authorId === author.personId) seen.remember(edit, own)
    }
    return seen
  }

  /** Every row, deleted ones included. */
  rows(): { kind: RowKind; row: AnyRow }[] {
    return rowKinds.flatMap((kind) => this.everything.every(kind).map((row) => ({ kind, row })))
  }

  /** What living rows say, without the counters of their fields; for comparing two moments. */
  contents(): Map<string, string> {
    const isOnMap = (row: AnyRow) => !('mapId' in row) || !this.everything.get('map', row.mapId)?.deleted
    const living = this.rows().filter(({ row }) => !row.deleted && isOnMap(row))
    return new Map(
      living.map(({ row }) => [row.id, JSON.stringify(Object.entries({ ...row, versions: 0 }).toSorted())]),
    )
  }

  get ecosystemKey(): string {
    return ecosystemKey(this.id)
  }

  #nextNumber(author: Author): EditReference {
    const earlier = this.#clients.get(author.personId) ?? { clientId: randomUUID(), number: 0 }
    const next = { ...earlier, number: earlier.number + 1 }
    this.#clients.set(author.personId, next)
    return next
  }
}
