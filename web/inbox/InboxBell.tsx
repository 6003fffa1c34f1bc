import { IconInbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAccount, useActingMembership } from '../accounts/account.ts'
import { ecosystemsQuery } from '../ecosystems/ecosystemsQuery.ts'
import styles from './InboxBell.module.css'
import { inboxQuery } from './inboxQuery.ts'
import { useNewsHints } from './useNewsHints.ts'

const most = 99
/** Where no line says when there is something, such as behind a proxy that blocks sockets. */
const askingMilliseconds = 20_000
/** While lines do: what goes without a word, such as what was read in another window, is gone after this. */
const hearingMilliseconds = 120_000

/** How much is unread, wherever one is, and the way there. */
export function InboxBell() {
  const personId = useAccount()?.person.id
  const organisationId = useActingMembership()?.organisation.id
  const isSomebody = organisationId !== undefined
  const { data: ecosystems } = useQuery({ ...ecosystemsQuery(organisationId ?? ''), enabled: isSomebody })
  const ids = ecosystems?.map(({ id }) => id)
  const isHeard = useNewsHints(personId ?? '', organisationId ?? '', ids)
  const { data } = useQuery({
    ...inboxQuery(organisationId ?? ''),
    enabled: isSomebody,
    refetchInterval: isHeard ? hearingMilliseconds : askingMilliseconds,
  })
  if (!organisationId) return null
  const unread = data?.unread ?? 0
  return (
    <Link to="/inbox" className={styles.bell} aria-label={unread > 0 ? `Inbox, ${unread} unread` : 'Inbox'}>
      <IconInbox size={20} stroke={2} aria-hidden="true" />
      {unread > 0 ? (
        <span className={styles.count} aria-hidden="true">
          {unread > most ? `${most}+` : unread}
        </span>
      ) : null}
    </Link>
  )
}
