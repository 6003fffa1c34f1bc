import { IconMessage } from '@tabler/icons-react'
import { useState } from 'react'
import { threadsAbout } from '../../shared/comments/readThreads.ts'
import type { Mark, Perspective } from '../../shared/model/rows.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './comments.module.css'
import { NewThread } from './NewThread.tsx'
import { ThreadView } from './ThreadView.tsx'
import { useTalkers } from './useTalkers.ts'
import { withinReach } from './withinReach.ts'

type TalkAboutProps = {
  ecosystem: Ecosystem /** What it is, as in "Talk about this pain". */
  what: string
} & ({ kind: 'mark'; row: Mark } | { kind: 'perspective'; row: Perspective })

/** What is said about one mark or one organisation's view, folded until somebody wants it. */
export function TalkAbout({ ecosystem, what, kind, row }: TalkAboutProps) {
  const [isOpen, setOpen] = useState(false)
  const { targetKind, targetId, mapId } = row
  const on = kind === 'mark' ? { markId: row.id } : { perspectiveId: row.id }
  const target = { targetKind, targetId, ...on }
  const threads = threadsAbout({ targetKind, targetId }, ecosystem.rows).filter(
    ({ root }) => root?.[`${kind}Id`] === row.id,
  )
  const talkers = withinReach(useTalkers(ecosystem, mapId), target, ecosystem)
  const open = threads.filter(({ isResolved }) => !isResolved).length
  return (
    <div>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <IconMessage size={14} stroke={2} aria-hidden="true" /> Talk about {what}
        {open > 0 ? ` (${open})` : ''}
      </button>
      {isOpen ? (
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
      ) : null}
    </div>
  )
}
