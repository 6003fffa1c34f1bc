import { useState } from 'react'
import {
  type CommentTarget,
  type Thread,
  threadsAbout,
  unplacedThreads,
} from '../../shared/comments/readThreads.ts'
import type { RowReader } from '../../shared/edits/reader.ts'
import { Withdrawn } from '../sharing/Withdrawn.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './comments.module.css'
import { NewThread } from './NewThread.tsx'
import { ThreadView } from './ThreadView.tsx'
import { useTalkers } from './useTalkers.ts'

interface CommentsProps {
  ecosystem: Ecosystem
  mapId: string
  target: CommentTarget
  /** The rows to show: fewer than one's own while one looks through a partner's eyes. */
  rows?: RowReader
  /** Nothing can be written here. */
  locked?: boolean
}

/** What was said about an object, thread by thread, each with who sees it, and a place to say more. */
export function Comments({ ecosystem, mapId, target, rows = ecosystem.rows, locked = false }: CommentsProps) {
  const [showsResolved, setShowsResolved] = useState(false)
  const talkers = useTalkers(ecosystem, mapId)
  const unplaced = target.targetKind === 'map' ? unplacedThreads(mapId, rows) : []
  const threads = [...threadsAbout(target, rows), ...unplaced]
  const resolved = threads.filter(({ isResolved }) => isResolved)
  const shown = showsResolved ? threads : threads.filter(({ isResolved }) => !isResolved)
  const view = (thread: Thread) => (
    <ThreadView key={thread.id} ecosystem={ecosystem} thread={thread} talkers={talkers} locked={locked} />
  )
  return (
    <div className={styles.comments}>
      {locked ? null : <NewThread ecosystem={ecosystem} target={target} talkers={talkers} />}
      {shown.length > 0 ? <ul className={styles.threads}>{shown.map(view)}</ul> : null}
      <Withdrawn
        ecosystem={ecosystem}
        targetId={target.targetId}
        kind="comment"
        except={threads.map(({ id }) => id)}
      />
      {threads.length === 0 && locked ? <p className={styles.quiet}>Nothing was said here.</p> : null}
      {resolved.length > 0 ? (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={showsResolved}
          onClick={() => setShowsResolved(!showsResolved)}
        >
          {showsResolved ? 'Hide what is resolved' : `Show ${resolved.length} resolved`}
        </button>
      ) : null}
    </div>
  )
}
