import { IconExternalLink } from '@tabler/icons-react'
import type { TouchpointDocument } from '../../../shared/model/documents.ts'
import styles from './DocumentLink.module.css'

/** Opens the document where it lies, which one reads beside its name; that site learns nothing of the map. */
export function DocumentLink({ document: { name, address } }: { document: TouchpointDocument }) {
  return (
    <span className={styles.document}>
      <a href={address} target="_blank" rel="noopener noreferrer">
        {name} <IconExternalLink size={13} stroke={2} role="img" aria-label="opens in a new tab" />
      </a>{' '}
      <span className={styles.host}>{new URL(address).host}</span>
    </span>
  )
}
