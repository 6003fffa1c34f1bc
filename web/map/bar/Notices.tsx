import { CloseButton } from '@mantine/core'
import { useMapView } from '../MapContext.tsx'
import styles from './Notices.module.css'

/** What was not accepted and why; the screen shows the state before it again. */
export function Notices() {
  const { ecosystem } = useMapView()
  return (
    <div className={styles.notices} role="alert">
      {ecosystem.notices.map(({ id, title, message }) => (
        <div key={id} className={styles.notice}>
          <div>
            <strong>{title}</strong> was not done. {message}
          </div>
          <CloseButton aria-label="Close this message" onClick={() => ecosystem.dismiss(id)} />
        </div>
      ))}
    </div>
  )
}
