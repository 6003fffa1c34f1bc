import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useAccount } from '../accounts/account.ts'
import { InboxBell } from '../inbox/InboxBell.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { EcosystemTabs } from './EcosystemTabs.tsx'
import { OrganisationSwitcher } from './OrganisationSwitcher.tsx'
import styles from './TopBar.module.css'
import { VisitorActions } from './VisitorActions.tsx'
import { Wordmark } from './Wordmark.tsx'

const Search = lazy(() => import('../search/Search.tsx').then(({ Search }) => ({ default: Search })))

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
            {ecosystemId ? (
              <Suspense>
                <Search ecosystemId={ecosystemId} />
              </Suspense>
            ) : null}
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
