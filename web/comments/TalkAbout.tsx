import { IconMessage } from '@tabler/icons-react'
import { useState } from 'react'
import { threadsOn } from '../../shared/comments/readThreads.ts'
import type { Under } from '../../shared/comments/standsOn.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './comments.module.css'
import { ThreadsOn } from './ThreadsOn.tsx'
import { targetOn } from './targetOn.ts'

type TalkAboutProps = Exclude<Under, { kind: 'party' }> & {
  ecosystem: Ecosystem
  /** What it is, as in "Talk about this pain". */
  what: string
}

/** What is said about one row that has no panel of its own, such as a mark or a blind round: folded until somebody wants it. */
export function TalkAbout({ ecosystem, what, ...under }: TalkAboutProps) {
  const [isOpen, setOpen] = useState(false)
  const target = targetOn(under, under.row.mapId)
  const open = threadsOn(target, ecosystem.rows).filter(({ isResolved }) => !isResolved).length
  return (
    <div>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <IconMessage size={14} stroke={2} aria-hidden="true" /> Talk about {what}
        {open > 0 ? ` (${open})` : ''}
      </button>
      {isOpen ? <ThreadsOn ecosystem={ecosystem} mapId={under.row.mapId} target={target} /> : null}
    </div>
  )
}
