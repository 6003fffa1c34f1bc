import styles from './accounts.module.css'

/** A refusal that belongs to no single field; read out when it appears. */
export function FormFailure({ message }: { message: string | undefined }) {
  return (
    <div role="alert" className={styles.alert}>
      {message ? <p className={styles.failure}>{message}</p> : null}
    </div>
  )
}
