import type { ReactNode } from 'react'
import styles from './TitledSection.module.css'

interface TitledSectionProps {
  title: string
  /** How many of them there are. */
  count?: number
  text?: ReactNode
  children: ReactNode
}

/** A part of a page: what its rows have in common, then the rows. */
export function TitledSection({ title, count, text, children }: TitledSectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.title}>
        {title} {count === undefined ? null : <span className={styles.count}>{count}</span>}
      </h2>
      {text ? <p className={styles.text}>{text}</p> : null}
      {children}
    </section>
  )
}
