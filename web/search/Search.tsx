import { lazy, Suspense } from 'react'
import styles from './Search.module.css'

const SearchEcosystem = lazy(() =>
  import('./SearchEcosystem.tsx').then(({ SearchEcosystem }) => ({ default: SearchEcosystem })),
)
const SearchEverywhere = lazy(() =>
  import('./SearchEverywhere.tsx').then(({ SearchEverywhere }) => ({ default: SearchEverywhere })),
)

/** Ctrl-K, or the glass in the bar: go to anything by name, or do it. Outside of ecosystems it finds what leads into them. */
export function Search({ ecosystemId }: { ecosystemId: string | undefined }) {
  return (
    <Suspense fallback={<span className={styles.open} />}>
      {ecosystemId ? <SearchEcosystem ecosystemId={ecosystemId} /> : <SearchEverywhere />}
    </Suspense>
  )
}
