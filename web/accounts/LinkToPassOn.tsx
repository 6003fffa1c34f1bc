import { Button, CopyButton, TextInput } from '@mantine/core'
import styles from './settings.module.css'

interface LinkToPassOnProps {
  link: string
  /** Whom it is for. */
  to: string
  /** What whoever passes it on must know. */
  warning: string
}

/** An invitation link that is shown once, because no mail can be sent. */
export function LinkToPassOn({ link, to, warning }: LinkToPassOnProps) {
  return (
    <div className={styles.notice} role="status" style={{ marginTop: 14 }}>
      {warning}
      <div className={styles.link}>
        <TextInput aria-label={`Invitation link for ${to}`} value={link} readOnly onFocus={selectAll} />
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy the link'}</Button>}
        </CopyButton>
      </div>
    </div>
  )
}

function selectAll(event: { currentTarget: HTMLInputElement }): void {
  event.currentTarget.select()
}
