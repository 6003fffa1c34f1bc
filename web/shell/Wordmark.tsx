import styles from './Wordmark.module.css'

/** The closed seam beside the name: two half-discs that meet. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d="M2 11.1a10 10 0 0 1 20 0z" fill="var(--il-yours)" />
        <path d="M2 12.9a10 10 0 0 0 20 0z" fill="var(--il-on-bar)" />
      </svg>
      <span className={styles.name}>Interlane</span>
    </span>
  )
}
