// What browser and server say to each other about edits and changes.
import { z } from 'zod'
import type { RowKind, RowOf } from '../model/rows.ts'
import type { Edit } from './actions/actions.ts'

/** POST /api/ecosystems/{id}/edits. Each edit is checked by itself, so that a malformed one never blocks the others. */
export const editsRequest = z.object({ edits: z.array(z.unknown()).min(1).max(100) })

/** The server's answer to one edit, stored with its effect and repeated word for word when the edit is sent again. */
export type EditAnswer =
  | { clientId: string; number: number; accepted: true }
  | {
      clientId: string
      number: number
      accepted: false
      error: { code: string; message: string; field?: string }
    }

export interface EditsResponse {
  answers: EditAnswer[]
}

/** A row as the viewer may see it. Sequence numbers stay on the server. */
export type VisibleRow = { [K in RowKind]: { kind: K; row: RowOf<K> } }[RowKind]

/** GET /api/ecosystems/{id}/changes?cursor= */
export interface ChangesResponse {
  /** Opaque; give it back with the next pull. */
  cursor: string
  /** True: forget what you have, `rows` is everything you may see. */
  reset: boolean
  rows: VisibleRow[]
  /** Rows that are deleted or no longer for this viewer. */
  gone: { kind: RowKind; id: string }[]
  /** Names of the organisations and people that the viewer shares a map with. */
  organisations: { id: string; name: string }[]
}

export type { Edit }
