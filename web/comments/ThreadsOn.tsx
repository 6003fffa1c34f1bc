import { type CommentTarget, threadsOn } from '../../shared/comments/readThreads.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './comments.module.css'
import { NewThread } from './NewThread.tsx'
import { ThreadView } from './ThreadView.tsx'
import { useTalkers } from './useTalkers.ts'
import { withinReach } from './withinReach.ts'

interface ThreadsOnProps {
  ecosystem: Ecosystem
  mapId: string
  target: CommentTarget
}

/** The threads on one row, and a place to begin another with whoever reads that row. */
export function ThreadsOn({ ecosystem, mapId, target }: ThreadsOnProps) {
  const talkers = withinReach(useTalkers(ecosystem, mapId), target, ecosystem)
  const threads = threadsOn(target, ecosystem.rows)
  return (
    <div className={styles.comments}>
      <NewThread ecosystem={ecosystem} target={target} talkers={talkers} />
      {threads.length > 0 ? (
        <ul className={styles.threads}>
          {threads.map((thread) => (
            <ThreadView
              key={thread.id}
              ecosystem={ecosystem}
              thread={thread}
              talkers={talkers}
              locked={false}
            />
          ))}
        </ul>
      ) : null}
    </div>
  )
}
