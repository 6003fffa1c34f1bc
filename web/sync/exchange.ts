// How the store talks to the server. Tests and previews give another one.

import type { Viewer } from '../../shared/audience/audience.ts'
import type { EditInput } from '../../shared/edits/actions/actions.ts'
import type { ChangesResponse, EditsResponse, FieldAuthor } from '../../shared/edits/exchange.ts'
import type { RowKind } from '../../shared/model/rows.ts'
import { api } from '../api/client.ts'
import { lineOf } from '../live/lines.ts'
import type { LineEvents } from '../live/liveLine.ts'

/** Both calls throw an `ApiFailure` (status 0 when nobody answered). */
export interface Exchange {
  send(edits: readonly EditInput[]): Promise<EditsResponse>
  /** `cursor` null asks for everything. */
  pull(cursor: string | null): Promise<ChangesResponse>
  /** Who last changed a field, as far as one may know. */
  lastAuthor?(kind: RowKind, id: string, field: string): Promise<FieldAuthor | null>
  /** Hears when a pull may bring something, until what it gives is called. */
  listen?(events: LineEvents): () => void
}

/** Longer than the server ever takes; after that the line is taken for dead, and the same is asked again. */
const patienceMilliseconds = 30_000

/** Asks in the name of one person and organisation, whoever is signed in or acts by then: the server refuses anybody else. */
export function httpExchange(ecosystemId: string, viewer: Viewer): Exchange {
  const base = `/api/ecosystems/${ecosystemId}`
  const options = () => ({ viewer, signal: AbortSignal.timeout(patienceMilliseconds) })
  return {
    send: (edits) => api.post<EditsResponse>(`${base}/edits`, { edits }, options()),
    pull: (cursor) =>
      api.get<ChangesResponse>(
        `${base}/changes${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`,
        options(),
      ),
    lastAuthor: (kind, id, field) =>
      api.get<FieldAuthor | null>(`${base}/rows/${kind}/${id}/fields/${field}/author`, options()),
    listen: (events) => lineOf(ecosystemId, viewer).listen(events),
  }
}
