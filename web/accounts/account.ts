import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { AccountAnswer, MembershipAnswer } from '../../shared/accounts/answers.ts'
import { actAs, actingOrganisation, useActingOrganisation } from '../api/actingOrganisation.ts'
import { ApiFailure, api } from '../api/client.ts'

/** Who is signed in; null for a visitor. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  // Without the signal: a part of the page that goes away must not cancel what the route waits for.
  queryFn: async (): Promise<AccountAnswer | null> => {
    try {
      const account = await api.get<AccountAnswer>('/api/account')
      chooseOrganisation(account)
      return account
    } catch (problem) {
      if (problem instanceof ApiFailure && (problem.status === 401 || problem.status === 404)) return null
      throw problem
    }
  },
  staleTime: 60_000,
})

/** The signed-in account on pages that only a signed-in person reaches; undefined for a moment after signing out. */
export function useAccount(): AccountAnswer | undefined {
  return useQuery(accountQuery).data ?? undefined
}

/** The membership this browser acts under: organisation and one's role in it. */
export function useActingMembership(): MembershipAnswer | undefined {
  const account = useAccount()
  const acting = useActingOrganisation()
  return account?.memberships.find(({ organisation }) => organisation.id === acting)
}

/** Begins to act for another organisation: what was fetched for the former one is forgotten. */
export function useSwitchOrganisation(): (organisationId: string) => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async (organisationId) => {
    actAs(organisationId)
    await navigate({ to: '/home' })
    forgetAllButAccount(queries)
    await queries.invalidateQueries()
  }
}

/** Takes over the account that signing in or up answered with, then goes to `next` or Home. */
export function useArrive(): (account: AccountAnswer | undefined, next?: string) => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async (account, next) => {
    forgetAllButAccount(queries)
    if (account) {
      chooseOrganisation(account)
      queries.setQueryData(accountQuery.queryKey, account)
    }
    await (next ? navigate({ href: next }) : navigate({ to: '/home' }))
  }
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await api.delete('/api/sessions/current')
    actAs(null)
    forgetAllButAccount(queries)
    queries.setQueryData(accountQuery.queryKey, null)
    await navigate({ to: '/' })
  }
}

/** The account itself stays: the bar watches it, and would not notice a new one in its place. */
function forgetAllButAccount(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== accountQuery.queryKey[0] })
}

function chooseOrganisation({ memberships }: AccountAnswer): void {
  const current = actingOrganisation()
  if (memberships.some(({ organisation }) => organisation.id === current)) return
  actAs(memberships[0]?.organisation.id ?? null)
}
