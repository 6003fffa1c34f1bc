import { notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import type { AccountAnswer, MembershipAnswer } from '../../shared/accounts/answers.ts'
import { rightVerbs } from '../../shared/accounts/rightChange.ts'
import { memberRight, sayStanding } from '../../shared/accounts/roles.ts'
import { onStanding } from '../api/client.ts'
import { accountQuery } from './account.ts'

/** Notices on any answer that one's role or rights have changed, and has the open page go by those of now. Returns what ends it. */
export function followStanding(queries: QueryClient): () => void {
  return onStanding(async (organisationId, standing) => {
    const account = queries.getQueryData<AccountAnswer | null>(accountQuery.queryKey)
    const known = membershipIn(account, organisationId)
    if (!known || sayStanding(known) === standing) return
    await queries.invalidateQueries({ queryKey: accountQuery.queryKey }, { cancelRefetch: false })
    void queries.invalidateQueries({ queryKey: ['inbox', organisationId] })
    const now = membershipIn(queries.getQueryData(accountQuery.queryKey), organisationId)
    for (const message of now ? sayChange(known, now) : [])
      notifications.show({ id: `${organisationId} ${message}`, message })
  })
}

function membershipIn(account: AccountAnswer | null | undefined, organisationId: string) {
  return account?.memberships.find(({ organisation }) => organisation.id === organisationId)
}

function sayChange(before: MembershipAnswer, now: MembershipAnswer): string[] {
  return memberRight.options.flatMap((right) => {
    if (before.withheld.includes(right) === now.withheld.includes(right)) return []
    const what = `${rightVerbs[right]} for ${now.organisation.name}`
    return now.withheld.includes(right) ? `You may no longer ${what}.` : `You may now ${what}.`
  })
}
