// A map as a file of our own: what its reader may see, with ids that hold within the file only.
import { z } from 'zod'
import { mapKey } from '../audience/audience.ts'
import type { VisibleRow } from '../edits/exchange.ts'
import { rowKey } from '../edits/reader.ts'
import { id } from '../model/fields.ts'
import { type ContentOf, contents, type RowKind } from '../model/rows.ts'

/** Kinds of rows a map document holds, in the order in which they depend on each other. */
export const documentKinds = [
  'party',
  'lane',
  'stage',
  'touchpoint',
  'side',
  'move',
  'ownership',
  'responsibility',
  'link',
  'confirmation',
  'perspective',
  'mark',
  'attributedNote',
  'comment',
  'session',
  'sticky',
  'round',
  'ballot',
  'vote',
  'contributionRequest',
] as const satisfies readonly RowKind[]
export type DocumentKind = (typeof documentKinds)[number]

export type DocumentRow<K extends DocumentKind> = ContentOf<K> & { id: string; sharedWithMap: boolean }

export type MapDocument = {
  format: 'interlane-map'
  version: 1
  map: ContentOf<'map'> & { id: string }
  organisations: { id: string; name: string }[]
} & { [K in DocumentKind]: DocumentRow<K>[] }

const rowsOf = (kind: DocumentKind) =>
  z.array(z.object({ id, sharedWithMap: z.boolean(), ...contents[kind].shape })).max(20_000)

const addedLater = [
  ...(['side', 'move', 'comment', 'session', 'sticky'] as const),
  ...(['round', 'ballot', 'vote', 'contributionRequest'] as const),
] as const satisfies readonly DocumentKind[]

/** The schema of `export.json`. `version` counts breaking changes; a reader refuses versions it does not know. */
export const mapDocument = z.object({
  format: z.literal('interlane-map', { error: 'This JSON file is not a map exported from Interlane.' }),
  version: z.literal(1, { error: 'This file was written by a newer version of Interlane.' }),
  map: z.object({ id, ...contents.map.shape }),
  organisations: z.array(z.object({ id, name: z.string() })),
  ...Object.fromEntries(documentKinds.map((kind) => [kind, rowsOf(kind)])),
  // Files written before they held these.
  ...Object.fromEntries(addedLater.map((kind) => [kind, rowsOf(kind).default([])])),
}) as unknown as z.ZodType<MapDocument>

/**
 * Writes a map as its reader sees it.
 * @param rows every row of the map the reader may see, with its parties
 * @param organisations names of the organisations that appear in them
 */
export function writeMapDocument(
  rows: readonly VisibleRow[],
  organisations: readonly { id: string; name: string }[],
): MapDocument {
  const map = rows.find((one): one is Extract<VisibleRow, { kind: 'map' }> => one.kind === 'map')
  if (!map) throw new Error('a map document needs its map')
  const present = new Set(rows.map(({ kind, row }) => rowKey({ kind, id: row.id })))
  const written = Object.fromEntries(
    documentKinds.map((kind) => [
      kind,
      rows
        .filter((one) => one.kind === kind && !isLeftBehind(one, present))
        .map((one) => ({ ...one.row, sharedWithMap: one.row.audience.includes(mapKey(map.row.id)) }))
        .sort((left, right) => left.id.localeCompare(right.id)),
    ]),
  )
  const mentioned = JSON.stringify(written)
  return mapDocument.parse({
    ...{ format: 'interlane-map', version: 1, map: map.row },
    organisations: organisations.filter((organisation) => mentioned.includes(organisation.id)),
    ...written,
  })
}

/** What was said in a session or round that was taken back is on no page any more. */
function isLeftBehind({ kind, row }: VisibleRow, present: ReadonlySet<string>): boolean {
  if (kind === 'sticky') return !present.has(rowKey({ kind: 'session', id: row.sessionId }))
  if (kind === 'ballot' || kind === 'vote') return !present.has(rowKey({ kind: 'round', id: row.roundId }))
  return false
}
