import { Modal } from '@mantine/core'
import { keyHelp } from '../canvas/keys.ts'
import styles from './KeyHelp.module.css'

/** All keys of the canvas. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys on the map" size="lg">
      <dl className={styles.keys}>
        {keyHelp.map(({ keys, does }) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
