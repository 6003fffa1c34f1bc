import { Link, useLocation } from '@tanstack/react-router'
import styles from './TopBar.module.css'

const tabs = [
  {
    label: 'Map',
    to: '/ecosystems/$ecosystemId',
    pattern: /^\/ecosystems\/[^/]+(\/maps\/|\/new-map|\/import|\/lane-review|\/?$)/,
  },
  { label: 'Handoffs', to: '/ecosystems/$ecosystemId/handoffs', pattern: /\/handoffs(\/|$)/ },
  { label: 'Review', to: '/ecosystems/$ecosystemId/review', pattern: /\/review(\/|$)/ },
  { label: 'Partners', to: '/ecosystems/$ecosystemId/partners', pattern: /\/(partners|sharing)(\/|$)/ },
] as const

/** The four places inside one ecosystem. */
export function EcosystemTabs({ ecosystemId }: { ecosystemId: string }) {
  const { pathname } = useLocation()
  return (
    <nav className={styles.tabs} aria-label="In this ecosystem">
      {tabs.map(({ label, to, pattern }) => (
        <Link
          key={label}
          to={to}
          params={{ ecosystemId }}
          className={styles.tab}
          aria-current={pattern.test(pathname) ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
