// What an organisation takes along: its own rows of every map, with as much around them as they need to be understood.
import { z } from 'zod'
import { personKey } from '../audience/audience.ts'
import type { VisibleRow } from '../edits/exchange.ts'
import { visibleRow } from '../edits/exchange.ts'
import { rowKey } from '../edits/reader.ts'
import { type MapDocument, mapDocument, writeMapDocument } from '../interchange/mapDocument.ts'
import { id } from '../model/fields.ts'
import { kindNamedBy } from '../model/references.ts'
import type { RowKind, RowOf } from '../model/rows.ts'

/** GET /api/ecosystems/{id}/own-rows.json; each of `maps` is a file of its own that can be imported again. */
export const ownRowsDocument = z.object({
  format: z.literal('interlane-own-rows'),
  version: z.literal(1),
  organisation: z.object({ id, name: z.string() }),
  ecosystem: z.object({ id, name: z.string() }),
  maps: z.array(mapDocument),
  /** What began with others and means little in a copy: requests, sessions, rounds and answers of one's own, and what one was asked. */
  further: z.array(visibleRow),
})
export interface OwnRowsDocument {
  format: 'interlane-own-rows'
  version: 1
  organisation: { id: string; name: string }
  ecosystem: { id: string; name: string }
  maps: MapDocument[]
  further: VisibleRow[]
}

/** The file of one map: what is the organisation's own, and of the rest only what that hangs on. */
export function writeOwnMap(
  rows: readonly VisibleRow[],
  organisationId: string,
  organisations: readonly { id: string; name: string }[],
): MapDocument {
  const all = new SeenMap(rows)
  const idsOf = (found: readonly { id: string }[]) => new Set(found.map((row) => row.id))
  const held = idsOf(all.of('party').filter((row) => row.heldByOrganisationId === organisationId))
  const lanes = idsOf(all.of('lane').filter((row) => held.has(row.partyId)))
  const cards = idsOf(all.of('touchpoint').filter((row) => lanes.has(row.laneId)))
  const isTaken: { [K in RowKind]?: (row: RowOf<K>) => boolean } = {
    map: () => true,
    lane: (row) => lanes.has(row.id),
    stage: (row) => row.laneId !== null && lanes.has(row.laneId),
    touchpoint: (row) => cards.has(row.id),
    side: (row) => lanes.has(row.laneId),
    link: (row) => cards.has(row.fromTouchpointId) && cards.has(row.toTouchpointId),
  }
  for (const { kind, row } of rows) {
    if (further.has(kind)) continue
    const asks = isTaken[kind] as ((row: VisibleRow['row']) => boolean) | undefined
    if (isOwn(row, organisationId) || asks?.(row)) all.take(kind, row.id)
  }
  return writeMapDocument(all.taken(), organisations)
}

/**
 * Own rows of what went on between several, and the requests one was asked, with one's answers. What only a person may
 * see is not the organisation's: an answer in a round stays with whoever gave it until the reveal, whichever admin asks.
 */
export function furtherOwnRows(rows: readonly VisibleRow[], organisationId: string): VisibleRow[] {
  return rows.filter(
    (one) =>
      further.has(one.kind) &&
      (isOwn(one.row, organisationId) || isAskedOf(one, organisationId)) &&
      one.row.audience.some((key) => !key.startsWith(personKey(''))),
  )
}

const further: ReadonlySet<RowKind> = new Set([
  'contributionRequest',
  'round',
  'ballot',
  'vote',
  'session',
  'sticky',
])

function isAskedOf(one: VisibleRow, organisationId: string): boolean {
  return one.kind === 'contributionRequest' && one.row.askedOrganisationId === organisationId
}

function isOwn(row: VisibleRow['row'], organisationId: string): boolean {
  return 'organisationId' in row && row.organisationId === organisationId
}

/** A map as it is seen, and what of it is taken: whatever is taken takes along what it names. */
class SeenMap {
  readonly #rows: ReadonlyMap<string, VisibleRow>
  readonly #taken = new Set<string>()

  constructor(rows: readonly VisibleRow[]) {
    this.#rows = new Map(rows.map((one) => [rowKey({ kind: one.kind, id: one.row.id }), one]))
  }

  of<K extends RowKind>(kind: K): RowOf<K>[] {
    const found = [...this.#rows.values()].filter((one) => one.kind === kind)
    return found.map(({ row }) => row as unknown as RowOf<K>)
  }

  take(kind: RowKind, rowId: string): void {
    const key = rowKey({ kind, id: rowId })
    const one = this.#rows.get(key)
    if (!one || this.#taken.has(key)) return
    this.#taken.add(key)
    for (const [field, value] of Object.entries(one.row)) {
      const named = typeof value === 'string' ? kindNamedBy(field, one.row) : undefined
      if (named) this.take(named, value)
    }
  }

  taken(): VisibleRow[] {
    return [...this.#rows].filter(([key]) => this.#taken.has(key)).map(([, one]) => one)
  }
}
