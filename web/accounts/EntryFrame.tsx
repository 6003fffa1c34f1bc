import type { ReactNode } from 'react'
import { usePageTitle } from '../shell/Page.tsx'
import styles from './accounts.module.css'

interface EntryFrameProps {
  title: string
  intro?: ReactNode
  /** The form. */
  children: ReactNode
  /** What stands beside the form on a wide screen: before it when it is the quicker way, else after it. */
  before?: ReactNode
  after?: ReactNode
}

/** The frame of the pages before one is inside: title, a plate with the form, and beside it what helps. */
export function EntryFrame({ title, intro, children, before, after }: EntryFrameProps) {
  usePageTitle(title)
  return (
    <div className={styles.entry}>
      <header className={styles.heading}>
        <h1 className={styles.title}>{title}</h1>
        {intro ? <p className={styles.intro}>{intro}</p> : null}
      </header>
      {before}
      <div className={styles.plate}>{children}</div>
      {after}
    </div>
  )
}
