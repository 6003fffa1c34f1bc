import type { Delivery } from '../../shared/accounts/delivery.ts'
import { LinkToPassOn } from './LinkToPassOn.tsx'
import styles from './settings.module.css'

interface DeliveredProps {
  delivery: Delivery
  /** Whom it is for. */
  to: string
}

/** What became of an invitation: on its way by mail, or a link to pass on. */
export function Delivered({ delivery, to }: DeliveredProps) {
  if (delivery.by === 'link') return <LinkToPassOn link={delivery.link} warning={delivery.warning} to={to} />
  return (
    <p className={styles.notice} role="status" style={{ marginTop: 14 }}>
      An invitation is on its way to {to}. You see here when it is accepted.
    </p>
  )
}
