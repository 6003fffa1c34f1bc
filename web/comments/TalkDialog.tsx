import { Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMessage } from '@tabler/icons-react'
import { threadsOn } from '../../shared/comments/readThreads.ts'
import type { Under } from '../../shared/comments/standsOn.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './comments.module.css'
import { ThreadsOn } from './ThreadsOn.tsx'
import { targetOn } from './targetOn.ts'

type TalkDialogProps = Under & {
  ecosystem: Ecosystem
  /** What it is, as in "Talk about Oakes & Vale". */
  what: string
  /** Where one talks about it: of a party every map that it has a lane on. */
  mapIds: readonly string[]
  /** Only the sign and how many threads are open. */
  isCompact?: boolean
}

/** What is said about one row that stands where there is no room for words, such as in a table or on a board. */
export function TalkDialog({ ecosystem, what, mapIds, isCompact, ...under }: TalkDialogProps) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const { rows } = ecosystem
  const places = mapIds.map((mapId) => ({ mapId, target: targetOn(under, mapId) }))
  const openThreads = places
    .flatMap(({ target }) => threadsOn(target, rows))
    .filter(({ isResolved }) => !isResolved).length
  if (places.length === 0) return null
  return (
    <>
      <button
        type="button"
        className={styles.toggle}
        aria-haspopup="dialog"
        aria-label={`Talk about ${what}${openThreads > 0 ? ` (${openThreads})` : ''}`}
        onClick={open}
      >
        <IconMessage size={14} stroke={2} aria-hidden="true" />
        {isCompact ? '' : ' Talk'}
        {openThreads > 0 ? ` (${openThreads})` : ''}
      </button>
      <Modal opened={isOpen} onClose={close} title={`Talk about ${what}`}>
        {places.map(({ mapId, target }) => (
          <section key={mapId} aria-label={rows.get('map', mapId)?.name}>
            {places.length > 1 ? <h3 className={styles.onMap}>On {rows.get('map', mapId)?.name}</h3> : null}
            <ThreadsOn ecosystem={ecosystem} mapId={mapId} target={target} />
          </section>
        ))}
      </Modal>
    </>
  )
}
