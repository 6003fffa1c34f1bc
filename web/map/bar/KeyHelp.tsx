import { Modal } from '@mantine/core'
import { TextLink } from '../../shell/links.tsx'
import { useSingleKeys } from '../../shell/singleKeys.ts'
import { keyHelp } from '../canvas/keys.ts'
import styles from './KeyHelp.module.css'

/** All keys of the canvas. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const hasSingleKeys = useSingleKeys()
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
      <p className={styles.single}>
        {hasSingleKeys
          ? 'Single letters, digits and signs can be switched off in '
          : 'You have switched off single letters, digits and signs; they come back in '}
        <TextLink to="/settings" search={{ tab: 'profile' }}>
          Settings
        </TextLink>
        .
      </p>
    </Modal>
  )
}
