// How the store talks to the server. Tests and previews give another one.
import type { EditInput } from '../../shared/edits/actions/actions.ts'
import type { ChangesResponse, EditsResponse } from '../../shared/edits/exchange.ts'
import { api } from '../api/client.ts'

/** Both calls throw an `ApiFailure` (status 0 when nobody answered). */
export interface Exchange {
  send(edits: readonly EditInput[]): Promise<EditsResponse>
  /** `cursor` null asks for everything. */
  pull(cursor: string | null): Promise<ChangesResponse>
}

export function httpExchange(ecosystemId: string): Exchange {
  const base = `/api/ecosystems/${ecosystemId}`
  return {
    send: (edits) => api.post<EditsResponse>(`${base}/edits`, { edits }),
    pull: (cursor) =>
      api.get<ChangesResponse>(`${base}/changes${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`),
  }
}
