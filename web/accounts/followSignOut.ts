import type { QueryClient } from '@tanstack/react-query'
import { onSignedOut } from '../api/client.ts'
import { accountQuery } from './account.ts'

/**
 * Notices on any answer that the session was ended elsewhere, and has the route decide anew: pages for people who are
 * signed in lead to signing in and back. Where somebody else signed in meanwhile, the page becomes theirs. Returns what ends it.
 */
export function followSignOut(queries: QueryClient, router: { invalidate(): Promise<void> }): () => void {
  return onSignedOut((code) => {
    if (!queries.getQueryData(accountQuery.queryKey)) return
    if (code === 'accounts.otherPerson') {
      void queries.invalidateQueries({ queryKey: accountQuery.queryKey })
      return
    }
    queries.setQueryData(accountQuery.queryKey, null)
    void router.invalidate()
  })
}
