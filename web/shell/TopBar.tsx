import { Link } from '@tanstack/react-router'
import { useAccount } from '../accounts/account.ts'
import { InboxBell } from '../inbox/InboxBell.tsx'
import { Search } from '../search/Search.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { EcosystemTabs } from './EcosystemTabs.tsx'
import { OrganisationSwitcher } from './OrganisationSwitcher.tsx'
import styles from './TopBar.module.css'
import { VisitorActions } from './VisitorActions.tsx'
import { Wordmark } from './Wordmark.tsx'

export function TopBar({ ecosystemId }: { ecosystemId: string | undefined }) {
  const account = useAccount()
  return (
    <header className={styles.bar}>
      <Link to={account ? '/home' : '/'} className={styles.brand} aria-label="Interlane, to the start page">
        <Wordmark />
      </Link>
      {account && ecosystemId ? <EcosystemTabs ecosystemId={ecosystemId} /> : null}
      <div className={styles.end}>
        {account ? (
          <>
            <Search ecosystemId={ecosystemId} />
            <InboxBell />
            <OrganisationSwitcher account={account} />
            <AccountMenu account={account} />
          </>
        ) : (
          <VisitorActions />
        )}
      </div>
    </header>
  )
}
