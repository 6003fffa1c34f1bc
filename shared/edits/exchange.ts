// What browser and server say to each other about edits and changes.
import { z } from 'zod'
import { id } from '../model/fields.ts'
import { type RowKind, type RowOf, rowKinds, rowSchema } from '../model/rows.ts'

/** Numbers of edits fit into an `integer` of the database. */
export const highestNumber = 2_147_483_647

/** An edit as it arrives: named by client and number; the rest is checked by itself, so that one never blocks the others. */
export const submittedEdit = z.looseObject({
  clientId: id,
  number: z.number().int().min(1).max(highestNumber),
})
export type SubmittedEdit = z.infer<typeof submittedEdit>

/** POST /api/ecosystems/{id}/edits */
export const editsRequest = z.object({ edits: z.array(submittedEdit).min(1).max(100) })

const answered = { clientId: id, number: z.number().int() }

/** The server's answer to one edit, stored with its effect and repeated word for word when the edit is sent again. */
export const editAnswer = z.discriminatedUnion('accepted', [
  z.object({ ...answered, accepted: z.literal(true) }),
  z.object({
    ...answered,
    accepted: z.literal(false),
    error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }),
  }),
])
export type EditAnswer = z.infer<typeof editAnswer>

export const editsResponse = z.object({ answers: z.array(editAnswer) })
export type EditsResponse = z.infer<typeof editsResponse>

/** A row as the viewer may see it. Sequence numbers stay on the server. */
export type VisibleRow = { [K in RowKind]: { kind: K; row: RowOf<K> } }[RowKind]

export const visibleRow = z.union(
  rowKinds.map((kind) => z.object({ kind: z.literal(kind), row: rowSchema(kind) })),
)

/** Deleted is told only to those who saw the row until then: of a row that was taken from them they learn nothing more. */
export interface GoneRow {
  kind: RowKind
  id: string
  deleted: boolean
}

/** GET /api/ecosystems/{id}/changes?cursor= */
export interface ChangesResponse {
  /** Opaque; give it back with the next pull. */
  cursor: string
  /** True: forget what you have, `rows` is everything you may see. */
  reset: boolean
  rows: VisibleRow[]
  /** Rows that are deleted for everybody who saw them, or else no longer for this viewer. */
  gone: GoneRow[]
  /** Names of the organisations that the viewer shares a map with; empty when nothing changed. */
  organisations: { id: string; name: string }[]
}

export const changesResponse = z.object({
  cursor: z.string(),
  reset: z.boolean(),
  rows: z.array(visibleRow),
  gone: z.array(z.object({ kind: z.enum(rowKinds), id, deleted: z.boolean() })),
  organisations: z.array(z.object({ id, name: z.string() })),
})

/** GET /api/ecosystems/{id}/rows/{kind}/{rowId}/fields/{field}/author: who last changed it; null when that is not for the viewer. */
export const fieldAuthor = z.object({ personId: id, name: z.string(), organisation: z.string() })
export type FieldAuthor = z.infer<typeof fieldAuthor>
