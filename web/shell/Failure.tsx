import { Button } from '@mantine/core'
import { messageOf } from '../api/client.ts'
import styles from './states.module.css'

interface FailureProps {
  /** What was thrown; its sentence is shown. */
  problem: unknown
  title?: string
  onRetry?: () => void
}

/** Something could not be shown, why, and what one can do. */
export function Failure({ problem, title = 'This could not be loaded', onRetry }: FailureProps) {
  return (
    <section className={styles.empty} role="alert">
      <svg className={styles.cracked} viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
        <path d="M6 21.5a18 18 0 0 1 36 0z" />
        <path d="M6 26.5a18 18 0 0 0 36 0z" />
        <path d="M27 1l-5 9 6 5-5 9 4 6-5 8 3 9" />
      </svg>
      <div>
        <h2 className={styles.title}>{title}</h2>
        <div className={styles.text}>{messageOf(problem)}</div>
        {onRetry ? (
          <div className={styles.action}>
            <Button onClick={onRetry}>Try again</Button>
          </div>
        ) : null}
      </div>
    </section>
  )
}
