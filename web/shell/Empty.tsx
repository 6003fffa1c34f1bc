import type { ReactNode } from 'react'
import styles from './states.module.css'

interface EmptyProps {
  title: string
  /** Teaches what will stand here and why one would want it. */
  children: ReactNode
  /** The one next step, a button or link. */
  action?: ReactNode
  /** Level of the heading in the page's outline. */
  level?: 2 | 3
}

/** An empty state that teaches. */
export function Empty({ title, children, action, level = 2 }: EmptyProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={styles.empty}>
      <svg className={styles.open} viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
        <path d="M6 21.5a18 18 0 0 1 36 0z" />
        <path d="M6 26.5a18 18 0 0 0 36 0z" />
      </svg>
      <div>
        <Heading className={styles.title}>{title}</Heading>
        <div className={styles.text}>{children}</div>
        {action ? <div className={styles.action}>{action}</div> : null}
      </div>
    </section>
  )
}
