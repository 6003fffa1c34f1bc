import { queryOptions } from '@tanstack/react-query'
import type { EcosystemListItem } from '../../shared/ecosystems/requests.ts'
import { api } from '../api/client.ts'

/** The ecosystems in which the acting organisation takes part. */
export const ecosystemsQuery = queryOptions({
  queryKey: ['ecosystems'],
  queryFn: ({ signal }) => api.get<EcosystemListItem[]>('/api/ecosystems', { signal }),
})
