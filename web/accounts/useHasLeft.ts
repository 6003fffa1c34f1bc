import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FormerMemberAnswer } from '../../shared/accounts/organisations.ts'
import { leftByName } from '../../shared/analysis/whoAnswers.ts'
import { api } from '../api/client.ts'
import { useColleagues } from './useColleagues.ts'

/** Whether somebody of that name has left one's own organisation; nobody has, as long as it is not known. */
export function useHasLeft(organisationId: string): (name: string) => boolean {
  const colleagues = useColleagues(organisationId)
  const { data: former } = useQuery({
    queryKey: ['members', organisationId, 'former'],
    queryFn: ({ signal }) =>
      api.get<FormerMemberAnswer[]>(`/api/organisations/${organisationId}/former-members`, { signal }),
    staleTime: 60_000,
    retry: false,
  })
  return useMemo(
    () => (colleagues.length > 0 && former ? leftByName(colleagues, former) : nobodyHasLeft),
    [colleagues, former],
  )
}

const nobodyHasLeft = () => false
