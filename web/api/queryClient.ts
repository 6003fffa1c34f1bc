import { QueryClient } from '@tanstack/react-query'
import { ApiFailure } from './client.ts'

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A refusal is an answer; only a lost connection or a broken server is worth asking again.
        retry: (count, problem) => count < 2 && isWorthRetrying(problem),
      },
    },
  })
}

function isWorthRetrying(problem: unknown): boolean {
  return problem instanceof ApiFailure && (problem.status === 0 || problem.status >= 500)
}
