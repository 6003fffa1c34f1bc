import { Outlet, useParams } from '@tanstack/react-router'
import styles from './Shell.module.css'
import { TopBar } from './TopBar.tsx'

/** The frame of every page: the bar on top, one main region below, no sidebar. */
export function Shell() {
  const { ecosystemId } = useParams({ strict: false })
  return (
    <div className={styles.shell} data-tabs={ecosystemId ? true : undefined}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <TopBar ecosystemId={ecosystemId} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
