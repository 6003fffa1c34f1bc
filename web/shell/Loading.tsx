import styles from './states.module.css'

/** `what` completes "Loading …", e.g. "the handoffs". Appears only when loading takes longer than a blink. */
export function Loading({ what = 'this page' }: { what?: string }) {
  return (
    <div className={styles.loading} role="status">
      <span className={styles.mark} aria-hidden="true">
        <span />
        <span />
      </span>
      Loading {what} …
    </div>
  )
}
