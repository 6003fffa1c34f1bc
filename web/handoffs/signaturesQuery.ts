import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { SignatureEvent } from '../../shared/handoffs/signatures.ts'
import { api } from '../api/client.ts'

interface Asked {
  ecosystemId: string
  linkId: string
  /** Anything that changes when the agreement does, so that its past is asked for anew. */
  standing: string
}

/** What happened to a handoff's agreement, oldest first. */
export const signaturesQuery = ({ ecosystemId, linkId, standing }: Asked) =>
  queryOptions({
    queryKey: ['signatures', ecosystemId, linkId, standing],
    queryFn: ({ signal }) =>
      api.get<SignatureEvent[]>(`/api/ecosystems/${ecosystemId}/handoffs/${linkId}/signatures`, { signal }),
    placeholderData: keepPreviousData,
  })
