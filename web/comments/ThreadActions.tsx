import { Button } from '@mantine/core'
import type { Comment } from '../../shared/model/rows.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './comments.module.css'

/** What is open below a thread. */
export type OpenPart = 'reply' | 'share' | null

interface ThreadActionsProps {
  ecosystem: Ecosystem
  root: Comment
  open: OpenPart
  onOpen(part: OpenPart): void
}

/** Reply, settle, and for the organisation that began the thread: who sees it. */
export function ThreadActions({ ecosystem, root, open, onOpen }: ThreadActionsProps) {
  const { id, resolved } = root
  const settle = { type: resolved ? 'comment.reopen' : 'comment.resolve', id } as const
  const mayShare = ecosystem.check([{ type: 'comment.share', id, with: 'organisation' }]) === null
  return (
    <div className={styles.buttons}>
      {open === 'reply' ? null : (
        <Button size="xs" variant="default" onClick={() => onOpen('reply')}>
          Reply
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        onClick={() => void ecosystem.change([settle], resolved ? 'Reopen' : 'Resolve')}
      >
        {resolved ? 'Reopen' : 'Resolve'}
      </Button>
      {mayShare ? (
        <Button
          size="xs"
          variant="subtle"
          aria-expanded={open === 'share'}
          onClick={() => onOpen(open === 'share' ? null : 'share')}
        >
          Change who sees it
        </Button>
      ) : null}
    </div>
  )
}
