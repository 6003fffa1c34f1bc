import { Outlet, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useAccount } from '../accounts/account.ts'
import styles from './Shell.module.css'
import { TopBar } from './TopBar.tsx'

const UnsentBanner = lazy(() =>
  import('../saving/UnsentBanner.tsx').then(({ UnsentBanner }) => ({ default: UnsentBanner })),
)
const StrandedEdits = lazy(() =>
  import('../saving/StrandedEdits.tsx').then(({ StrandedEdits }) => ({ default: StrandedEdits })),
)

/** The frame of every page: the bar on top, one main region below, no sidebar. */
export function Shell() {
  const { ecosystemId } = useParams({ strict: false })
  const account = useAccount()
  return (
    <div className={styles.shell} data-tabs={ecosystemId ? true : undefined}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <TopBar ecosystemId={ecosystemId} />
      {account ? (
        <Suspense>
          <UnsentBanner account={account} />
          <StrandedEdits account={account} />
        </Suspense>
      ) : null}
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
