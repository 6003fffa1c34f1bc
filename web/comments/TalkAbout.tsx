import { IconMessage } from '@tabler/icons-react'
import { useState } from 'react'
import { type CommentTarget, threadsOn } from '../../shared/comments/readThreads.ts'
import type { Under } from '../../shared/comments/standsOn.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './comments.module.css'
import { NewThread } from './NewThread.tsx'
import { ThreadView } from './ThreadView.tsx'
import { useTalkers } from './useTalkers.ts'
import { withinReach } from './withinReach.ts'

type TalkAboutProps = Under & {
  ecosystem: Ecosystem
  /** What it is, as in "Talk about this pain". */
  what: string
  /** The map on which one talks about a party, which is on several. */
  mapId?: string
}

/** What is said about one row that has no panel of its own, such as a mark or a blind round: folded until somebody wants it. */
export function TalkAbout({ ecosystem, what, mapId, kind, row }: TalkAboutProps) {
  const [isOpen, setOpen] = useState(false)
  const place = 'mapId' in row ? row.mapId : mapId!
  const target: CommentTarget = {
    ...('targetId' in row
      ? { targetKind: row.targetKind, targetId: row.targetId }
      : ({ targetKind: 'map', targetId: place } as const)),
    [`${kind}Id`]: row.id,
  }
  const open = threadsOn(target, ecosystem.rows).filter(({ isResolved }) => !isResolved).length
  return (
    <div>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <IconMessage size={14} stroke={2} aria-hidden="true" /> Talk about {what}
        {open > 0 ? ` (${open})` : ''}
      </button>
      {isOpen ? <Talk ecosystem={ecosystem} mapId={place} target={target} /> : null}
    </div>
  )
}

interface TalkProps {
  ecosystem: Ecosystem
  mapId: string
  target: CommentTarget
}

/** Apart from the button: who can be talked to is asked for only by whoever opens it. */
function Talk({ ecosystem, mapId, target }: TalkProps) {
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
