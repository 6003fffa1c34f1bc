import type { Viewer } from '../../shared/audience/audience.ts'
import type { EditAnswer } from '../../shared/edits/exchange.ts'
import { MemoryRows } from '../../shared/edits/memoryRows.ts'
import { type EditReference, type RowChange, referenceKey, rowKey } from '../../shared/edits/reader.ts'
import { type AnyRow, type RowKind, rowKinds } from '../../shared/model/rows.ts'
import type { HistoryRecord } from './editServer.ts'

export interface AnyKindOfRow {
  kind: RowKind
  row: AnyRow
}

/** All that is known of one ecosystem, in the order in which it became true. */
export type MemoryEcosystem = ReturnType<typeof openEcosystem>

export function openEcosystem(id: string) {
  const rows = new MemoryRows()
  const logged: { seq: number; kind: RowKind; id: string }[] = []
  const tombstones: { seq: number; kind: RowKind; id: string; audience: string[] }[] = []
  const made = new Map<string, { viewer: Viewer; changes: readonly RowChange[] }>()
  const history: HistoryRecord[] = []
  const every = (): AnyKindOfRow[] =>
    rowKinds.flatMap((kind) => rows.every(kind).map((row) => ({ kind, row: row as AnyRow })))

  return {
    id,
    rows,
    tombstones,
    seq: 0,
    epoch: 1,
    answers: new Map<string, { personId: string; answer: EditAnswer }>(),
    history,
    every,
    living: () => every().filter(({ row }) => !row.deleted),

    /** From here on, pulls find these rows changed at this place in the order. */
    log(changes: readonly RowChange[], seq: number): void {
      for (const { kind, id } of changes) logged.push({ seq, kind, id })
    },

    changedSince(seq: number): AnyKindOfRow[] {
      const found = new Map<string, AnyKindOfRow>()
      for (const { kind, id } of newerThan(logged, seq))
        found.set(rowKey({ kind, id }), { kind, row: rows.get(kind, id) as AnyRow })
      return [...found.values()]
    },

    historySince(seq: number): HistoryRecord[] {
      return newerThan(history, seq)
    },

    lostSince(seq: number) {
      return newerThan(tombstones, seq)
    },

    remember(edit: EditReference, viewer: Viewer, changes: readonly RowChange[]): void {
      made.set(referenceKey(edit), { viewer, changes })
    },

    /** What an edit of this person changed, when it is one of theirs. */
    changesOf(edit: EditReference, viewer: Viewer): readonly RowChange[] | undefined {
      const found = made.get(referenceKey(edit))
      const isOwn =
        found?.viewer.personId === viewer.personId && found.viewer.organisationId === viewer.organisationId
      return isOwn ? found.changes : undefined
    },
  }
}

function newerThan<T extends { seq: number }>(ordered: readonly T[], seq: number): T[] {
  const newer: T[] = []
  for (let place = ordered.length - 1; place >= 0; place--) {
    const one = ordered[place]!
    // Numbers given before the commit arrive a little out of order.
    if (one.seq < seq - 50) break
    if (one.seq > seq) newer.push(one)
  }
  return newer.reverse()
}
