import { IconCheck, IconEye, IconLock } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Thread } from '../../shared/comments/readThreads.ts'
import { knownReaders } from '../../shared/comments/threads.ts'
import { WhoIsEditing } from '../live/WhoIsEditing.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { CommentLine } from './CommentLine.tsx'
import { Composer } from './Composer.tsx'
import styles from './comments.module.css'
import { isBegun } from './isBegun.ts'
import { ShareThread } from './ShareThread.tsx'
import { choiceOf, sayThread } from './sayAudience.ts'
import { type OpenPart, ThreadActions } from './ThreadActions.tsx'
import type { Talkers } from './useTalkers.ts'
import { WhatItStandsOn } from './WhatItStandsOn.tsx'
import { withinReach } from './withinReach.ts'

interface ThreadViewProps {
  ecosystem: Ecosystem
  thread: Thread
  talkers: Talkers
  locked: boolean
}

/** One thread: who sees it, what was said, and what one can do with it. */
export function ThreadView({ ecosystem, thread, talkers, locked }: ThreadViewProps) {
  const { author, rows } = ecosystem
  const { root, replies, isResolved } = thread
  const [open, setOpen] = useState<OpenPart>(() => (root && isBegun(root, 'reply', author) ? 'reply' : null))
  const sentenceId = useId()
  const readers = root ? knownReaders(root, replies, author, rows) : [author.organisationId]
  const candidates = talkers.candidates.filter(({ mention }) => readers.includes(mention.organisationId))
  const isPrivate = root !== null && choiceOf(root) === 'organisation'
  const Icon = isPrivate ? IconLock : IconEye
  const line = { ecosystem, talkers, candidates, describedBy: sentenceId, locked }
  return (
    <li
      className={styles.thread}
      data-private={isPrivate || undefined}
      data-resolved={isResolved || undefined}
    >
      <p id={sentenceId} className={styles.eyes}>
        <Icon size={14} stroke={2} aria-hidden="true" />{' '}
        {root
          ? sayThread(root, author.organisationId, talkers.nameOf)
          : 'What began this thread was removed, or is not for you any more.'}
        {root?.resolved ? (
          <span className={styles.resolved}>
            <IconCheck size={14} stroke={2.5} aria-hidden="true" /> Resolved
          </span>
        ) : null}
      </p>
      {root ? <WhatItStandsOn ecosystem={ecosystem} root={root} /> : null}
      {root?.unplacedFrom ? (
        <p className={styles.quiet}>About “{root.unplacedFrom}”, which is gone.</p>
      ) : null}
      <ul className={styles.said}>
        {[...(root ? [root] : []), ...replies].map((comment) => (
          <CommentLine key={comment.id} comment={comment} {...line} />
        ))}
      </ul>
      {root && !locked ? (
        <ThreadActions ecosystem={ecosystem} root={root} open={open} onOpen={setOpen} />
      ) : null}
      {root && open === 'share' ? (
        <ShareThread
          ecosystem={ecosystem}
          root={root}
          replies={replies}
          talkers={withinReach(talkers, root, ecosystem)}
          onDone={() => setOpen(null)}
        />
      ) : null}
      {root && open !== 'reply' ? (
        <WhoIsEditing row={{ kind: 'comment', id: root.id }} field="reply" doing="writing" />
      ) : null}
      {root && open === 'reply' ? (
        <Composer
          label="Reply"
          send="Reply"
          at={{ row: { kind: 'comment', id: root.id }, field: 'reply' }}
          author={author}
          about={root.targetId}
          describedBy={sentenceId}
          candidates={candidates}
          onCancel={() => setOpen(null)}
          onSend={(text, mentions) => {
            const reply = { type: 'comment.reply', id: crypto.randomUUID(), text, mentions } as const
            const actions = [{ ...reply, replyToId: root.id }]
            if (ecosystem.check(actions)) return false
            void ecosystem.change(actions, 'Reply')
            setOpen(null)
            return true
          }}
        />
      ) : null}
    </li>
  )
}
