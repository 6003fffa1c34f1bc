import { IconInbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useActingMembership } from '../accounts/account.ts'
import styles from './InboxBell.module.css'
import { inboxQuery } from './inboxQuery.ts'

const most = 99

/** How much is unread, wherever one is, and the way there. */
export function InboxBell() {
  const organisationId = useActingMembership()?.organisation.id
  const { data } = useQuery({ ...inboxQuery(organisationId ?? ''), enabled: organisationId !== undefined })
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
