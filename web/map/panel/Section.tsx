import { IconEye, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'

interface SectionProps {
  title: string
  /** For whose eyes this part is. */
  eyes: ReactNode
  /** Nobody but our own organisation sees it. */
  isPrivate?: boolean
  /** Why it cannot be changed, or null. */
  reason?: string | null
  children: ReactNode
}

/**
 * A part of the panel, which says for whose eyes it is and, where one may not change it, why.
 * That the whole map cannot be changed is said once, at the top of the panel.
 */
export function Section({ title, eyes, isPrivate = false, reason = null, children }: SectionProps) {
  const { readOnly } = useMapView()
  const Icon = isPrivate ? IconLock : IconEye
  return (
    <section
      className={styles.section}
      data-private={isPrivate || undefined}
      aria-label={title}
      tabIndex={-1}
    >
      <header className={styles.sectionHead}>
        <h3 className={styles.sectionTitle}>{title}</h3>
        <span className={styles.eyes}>
          <Icon size={14} stroke={2} aria-hidden="true" /> {eyes}
        </span>
      </header>
      {reason && reason !== readOnly ? <p className={styles.reason}>{reason}</p> : null}
      {children}
    </section>
  )
}
