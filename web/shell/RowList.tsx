import type { ReactNode } from 'react'
import styles from './RowList.module.css'

interface RowListProps {
  /** The rows, each an `li`. */
  children: ReactNode
  /** Their order says something. */
  isRanked?: boolean
}

/** Rows in a frame, ruled off from each other. */
export function RowList({ children, isRanked = false }: RowListProps) {
  const List = isRanked ? 'ol' : 'ul'
  return <List className={styles.rows}>{children}</List>
}
