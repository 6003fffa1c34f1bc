import { IconEye, IconLock } from '@tabler/icons-react'
import styles from './Eyes.module.css'

interface EyesProps {
  /** So that a field can be described by it. */
  id?: string
  /** Nobody but our own organisation sees it. */
  isPrivate?: boolean
  children: string
}

/** For whose eyes it is what one is about to write, beside the field one writes it in. */
export function Eyes({ id, isPrivate = false, children }: EyesProps) {
  const Icon = isPrivate ? IconLock : IconEye
  return (
    <p id={id} className={styles.eyes}>
      <Icon size={14} stroke={2} aria-hidden="true" /> {children}
    </p>
  )
}
