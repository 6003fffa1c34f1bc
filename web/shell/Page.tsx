import { type ReactNode, useEffect } from 'react'
import styles from './Page.module.css'

interface PageProps {
  title: string
  /** One or two sentences under the title. */
  intro?: ReactNode
  /** Buttons at the right of the title. */
  actions?: ReactNode
  /** `text` for forms and reading (680 px), `wide` for lists and tables (1240 px). */
  width?: 'text' | 'wide'
  children: ReactNode
}

/** The common frame of a page that scrolls: title, what it is for, what one can do, content. */
export function Page({ title, intro, actions, width = 'wide', children }: PageProps) {
  usePageTitle(title)
  return (
    <div className={styles.page} data-width={width}>
      <header className={styles.header}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          {intro ? <div className={styles.intro}>{intro}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}

/** Names the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === 'Interlane' ? title : `${title} · Interlane`
  }, [title])
}
