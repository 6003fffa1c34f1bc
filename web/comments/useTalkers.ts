import { useQuery } from '@tanstack/react-query'
import type { MemberAnswer } from '../../shared/accounts/organisations.ts'
import { activeOrganisations } from '../../shared/rules/standing.ts'
import { api } from '../api/client.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { mentionablesOf } from './mentionables.ts'

/** Who can speak and be called on a map: its organisations, colleagues, and people who spoke where one could read it. */
export function useTalkers({ rows, organisations, author }: Ecosystem, mapId: string) {
  const { data: colleagues = [] } = useQuery({
    queryKey: ['members', author.organisationId],
    queryFn: ({ signal }) =>
      api.get<MemberAnswer[]>(`/api/organisations/${author.organisationId}/members`, { signal }),
    staleTime: 60_000,
    retry: false,
  })
  const nameOf = (organisationId: string) => organisations.get(organisationId) ?? 'a former partner'
  const active = activeOrganisations(mapId, rows)
    .map((id) => ({ id, name: nameOf(id) }))
    .sort((left, right) => left.name.localeCompare(right.name))
  return {
    mapId,
    nameOf,
    own: nameOf(author.organisationId),
    others: active.filter(({ id }) => id !== author.organisationId),
    /** Whether what somebody said was said by an organisation that is still on the map. */
    isActive: (organisationId: string) => active.some(({ id }) => id === organisationId),
    candidates: mentionablesOf({
      organisations: active,
      colleagues,
      own: author,
      comments: rows.list('comment', 'mapId', mapId).filter(({ deleted }) => !deleted),
    }),
  }
}

export type Talkers = ReturnType<typeof useTalkers>
