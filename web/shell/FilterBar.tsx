import type { ReactNode } from 'react'
import styles from './FilterBar.module.css'

/** What narrows a list, above it: lists to choose from and fields share the width. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <search className={styles.filters}>{children}</search>
}
