// The pull: what changed since a cursor, as this viewer may see it now, in one snapshot.
import { and, eq, gt } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import { withOwnAudience } from '../../shared/audience/ownAudience.ts'
import { withoutUnknownOrganisations } from '../../shared/audience/unknownOrganisations.ts'
import type { ChangesResponse, VisibleRow } from '../../shared/edits/exchange.ts'
import { rowKey } from '../../shared/edits/reader.ts'
import { type AnyRow, type RowKind, rowKinds } from '../../shared/model/rows.ts'
import { type Door, type Transaction, withinAsSystem } from '../database/door.ts'
import { ecosystemCounters, tombstones } from '../database/tables/edits.ts'
import { hasPlaceIn, isForViewer } from '../database/tables/governed.ts'
import { AppError } from '../errors.ts'
import { readUnchangedFor } from './audienceChanges.ts'
import type { Cursors } from './cursor.ts'
import { readKeys, readNames, readStanding } from './standing.ts'
import { readChanged, readChangedKinds } from './storedRows.ts'

export type PullChanges = (viewer: Viewer, ecosystemId: string, cursor?: string) => Promise<ChangesResponse>

/** @throws AppError `notThere` when the viewer has no place in the ecosystem. */
export function createPullChanges(door: Door, cursors: Cursors): PullChanges {
  return (viewer, ecosystemId, cursor) =>
    door.asViewer(viewer, async (tx) => {
      const [counter] = await tx
        .select()
        .from(ecosystemCounters)
        .where(and(eq(ecosystemCounters.ecosystemId, ecosystemId), hasPlaceIn(ecosystemCounters.ecosystemId)))
      if (!counter) throw new AppError('notThere')
      const since = cursor === undefined ? undefined : cursors.open(cursor, ecosystemId, viewer)
      // The epoch is everybody's: a client starts afresh only when what itself may see has moved with it, or partners
      // that share no map would learn of each other's coming and going.
      const standing = since?.epoch === counter.epoch ? since.standing : await readStanding(tx)
      const isCurrent = since !== undefined && since.standing === standing && since.seq <= counter.seq
      const next = cursors.seal({ ecosystemId, seq: counter.seq, epoch: counter.epoch, standing }, viewer)
      const position = isCurrent ? since.seq : null
      if (position === counter.seq)
        return { cursor: next, reset: false, rows: [], gone: [], organisations: [] }
      return { cursor: next, reset: !isCurrent, ...(await readSince(tx, ecosystemId, position)) }
    })
}

async function readSince(tx: Transaction, ecosystemId: string, seq: number | null) {
  const kinds = seq === null ? rowKinds : await readChangedKinds(tx, ecosystemId, seq)
  const [keys, changed, lost, names] = await Promise.all([
    readKeys(tx),
    Promise.all(
      kinds.map(async (kind) => ({
        kind,
        rows: (await readChanged(tx, ecosystemId, kind, seq)) as AnyRow[],
      })),
    ),
    seq === null ? [] : readTombstones(tx, ecosystemId, seq),
    readNames(tx),
  ])
  const restamped = changed.flatMap(({ kind, rows }) => rows.map((row) => ({ kind, row }) as VisibleRow))
  const known = new Set(names.map(({ id }) => id))
  const visible = new Set(restamped.map(({ row }) => row.id))
  // A row comes with every change of who sees it, for those who see it from then on: nobody else learns of them.
  const unchanged =
    seq === null || restamped.length === 0
      ? new Set<string>()
      : await withinAsSystem(tx, () => readUnchangedFor(tx, ecosystemId, seq, { keys, known }, [...visible]))
  const all = restamped.filter(({ kind, row }) => !unchanged.has(rowKey({ kind, id: row.id })))
  const gone = [
    ...all.filter(({ row }) => row.deleted).map(({ kind, row }) => ({ kind, id: row.id, deleted: true })),
    ...lost.filter(({ id }) => !visible.has(id)),
  ]
  // Names alone would tell that something changed which this viewer does not see.
  const isNews = seq === null || all.length > 0 || gone.length > 0
  const rows = all
    .filter(({ row }) => !row.deleted)
    .map((one) => withoutUnknownOrganisations(withOwnAudience(one, keys), known))
  return { rows, gone, organisations: isNews ? names : [] }
}

/** A grave tells only those who lost the row; whoever still sees it through another key gets the row itself. */
async function readTombstones(tx: Transaction, ecosystemId: string, seq: number) {
  const graves = await tx
    .selectDistinct({ kind: tombstones.kind, id: tombstones.rowId })
    .from(tombstones)
    .where(and(eq(tombstones.ecosystemId, ecosystemId), gt(tombstones.seq, seq), isForViewer(tombstones)))
  return graves.map(({ kind, id }) => ({ kind: kind as RowKind, id, deleted: false }))
}
