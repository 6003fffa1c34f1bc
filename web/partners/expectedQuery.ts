import { queryOptions } from '@tanstack/react-query'
import type { ExpectedAnswer } from '../../shared/invitations/invitations.ts'
import { api } from '../api/client.ts'

/** Who is invited to maps one takes part in, and has not come yet. */
export const expectedQuery = (ecosystemId: string) =>
  queryOptions({
    queryKey: ['expected', ecosystemId],
    queryFn: ({ signal }) => api.get<ExpectedAnswer[]>(`/api/ecosystems/${ecosystemId}/expected`, { signal }),
  })
