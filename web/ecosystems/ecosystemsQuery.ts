import { queryOptions } from '@tanstack/react-query'
import type { EcosystemListItem } from '../../shared/ecosystems/requests.ts'
import { api } from '../api/client.ts'

/** Begins the key of every organisation's list, for whatever changes one. */
export const ecosystemsKey = ['ecosystems']

/** The ecosystems in which an organisation takes part: the one that is acting, which the server answers for. */
export const ecosystemsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [...ecosystemsKey, organisationId],
    queryFn: ({ signal }) => api.get<EcosystemListItem[]>('/api/ecosystems', { signal }),
  })
