import { useQuery } from '@tanstack/react-query'
import type { MemberAnswer } from '../../shared/accounts/organisations.ts'
import { api } from '../api/client.ts'

/** The people of one's own organisation; none until they are known. */
export function useColleagues(organisationId: string): readonly MemberAnswer[] {
  const { data = [] } = useQuery({
    queryKey: ['members', organisationId],
    queryFn: ({ signal }) =>
      api.get<MemberAnswer[]>(`/api/organisations/${organisationId}/members`, { signal }),
    staleTime: 60_000,
    retry: false,
  })
  return data
}
