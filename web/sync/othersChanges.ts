// What somebody else has just changed of what is on screen, for as long as it is pointed out.
import { changedFields } from '../../shared/edits/draft.ts'
import type { FieldAuthor } from '../../shared/edits/exchange.ts'
import type { MemoryRows } from '../../shared/edits/memoryRows.ts'
import type { AnyRow, RowKind } from '../../shared/model/rows.ts'
import type { Received } from './shownRows.ts'

export interface OthersChange {
  number: number
  kind: RowKind
  id: string
  /** `deleted` alone of a row that is gone. */
  fields: readonly string[]
  /** Whether a colleague did it or another organisation; null where that cannot be learned. */
  by: 'yours' | 'others' | null
}

interface Parts {
  /** What is on screen. */
  rows: MemoryRows
  personId: string
  whoChanged(changed: { kind: RowKind; id: string; field: string }): Promise<FieldAuthor | null>
  isOwnOrganisation(name: string): boolean
}

type Difference = Omit<OthersChange, 'number' | 'by'> & { places: readonly string[] }

const shownMilliseconds = 2_000
/** Of one pull; what else it brings is mostly of the same edit. */
const mostAsked = 3

export class OthersChanges {
  readonly #parts: Parts
  readonly #listeners = new Set<() => void>()
  readonly #changes = new Map<string, readonly OthersChange[]>()
  #last = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The latest at a row or at what is attached to it; the same object as long as it is pointed out. */
  at(rowId: string, wanted: (change: OthersChange) => boolean): OthersChange | undefined {
    return this.#changes.get(rowId)?.findLast(wanted)
  }

  /** Takes note of what a pull makes look different, unless it begins afresh or nobody looks. */
  during({ reset, rows, gone }: Received, takeOver: () => void): void {
    const isWatched = this.#listeners.size > 0 && document.visibilityState !== 'hidden'
    const names = reset || !isWatched ? [] : [...rows.map(({ kind, row: { id } }) => ({ kind, id })), ...gone]
    const seen = names.map(({ kind, id }) => {
      const before = this.#parts.rows.get(kind, id) as AnyRow | undefined
      return { kind, id, before, places: before ? this.#placesOf(before) : [] }
    })
    takeOver()
    const differences = seen.flatMap(({ kind, id, before, places }): Difference[] => {
      const after = this.#parts.rows.get(kind, id) as AnyRow | undefined
      if (!after) return before && !before.deleted ? [{ kind, id, fields: ['deleted'], places }] : []
      const fields = changedFields(before ?? null, after)
      return fields.length > 0 ? [{ kind, id, fields, places: this.#placesOf(after) }] : []
    })
    if (differences.length > 0) void this.#pointOut(differences)
  }

  async #pointOut(differences: readonly Difference[]): Promise<void> {
    const { personId, isOwnOrganisation, whoChanged } = this.#parts
    const asked = await Promise.all(
      differences
        .slice(0, mostAsked)
        .map(({ kind, id, fields }) => whoChanged({ kind, id, field: fields[0]! })),
    )
    const [first] = asked
    const isOneAuthor = asked.every((one) => one?.personId === first?.personId)
    for (const [index, { places, ...difference }] of differences.entries()) {
      const author = index < asked.length ? asked[index] : isOneAuthor ? first : null
      if (author?.personId === personId) continue
      const by = author ? (isOwnOrganisation(author.organisation) ? 'yours' : 'others') : null
      this.#last += 1
      this.#show({ ...difference, by, number: this.#last }, places)
    }
    this.#tell()
  }

  #show(change: OthersChange, places: readonly string[]): void {
    for (const place of places) this.#changes.set(place, [...(this.#changes.get(place) ?? []), change])
    setTimeout(() => {
      for (const place of places) {
        const left = (this.#changes.get(place) ?? []).filter((one) => one !== change)
        if (left.length > 0) this.#changes.set(place, left)
        else this.#changes.delete(place)
      }
      this.#tell()
    }, shownMilliseconds)
  }

  /** A row, and the one on the map to which it is attached. */
  #placesOf(row: AnyRow): string[] {
    const ownership = 'ownershipId' in row ? this.#parts.rows.get('ownership', row.ownershipId) : undefined
    const attached = [
      'targetId' in row ? row.targetId : undefined,
      'touchpointId' in row ? row.touchpointId : ownership?.touchpointId,
      'linkId' in row ? row.linkId : undefined,
    ]
    return [row.id, ...attached.filter((id): id is string => typeof id === 'string')]
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
