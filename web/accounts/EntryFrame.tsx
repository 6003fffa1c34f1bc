import type { ReactNode } from 'react'
import { usePageTitle } from '../shell/Page.tsx'
import styles from './accounts.module.css'

interface EntryFrameProps {
  title: string
  intro?: ReactNode
  children: ReactNode
  /** What stands beside the form on a wide screen. */
  aside?: ReactNode
}

/** The frame of the pages before one is inside: a plate with the form, and beside it what helps. */
export function EntryFrame({ title, intro, children, aside }: EntryFrameProps) {
  usePageTitle(title)
  return (
    <div className={styles.entry}>
      <div className={styles.plate}>
        <h1 className={styles.title}>{title}</h1>
        {intro ? <p className={styles.intro}>{intro}</p> : null}
        {children}
      </div>
      {aside ? <div className={styles.aside}>{aside}</div> : null}
    </div>
  )
}
