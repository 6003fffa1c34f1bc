import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import { SeamMark } from '../seam/SeamMark.tsx'
import { sayMinutes } from '../seam/seamWords.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './HandoffLine.module.css'
import { HandoffLink, HandoffStanding } from './HandoffLink.tsx'
import { seamOf } from './seamOf.ts'
import { WhoConfirms } from './WhoConfirms.tsx'

interface HandoffLineProps {
  ecosystem: Ecosystem
  entry: HandoffEntry
  /** Says what was promised instead of where it stands. */
  promised?: boolean
  /** Listed for us to answer: whoever may not confirm reads who can. */
  toAnswer?: boolean
}

/** One handoff in a narrow list. */
export function HandoffLine({ ecosystem, entry, promised = false, toAnswer = false }: HandoffLineProps) {
  const { ecosystemId, author } = ecosystem
  const { link, from, to } = entry
  const within = link.expectedMinutes === null ? '' : `, within ${sayMinutes(link.expectedMinutes)}`
  return (
    <li className={styles.line}>
      <SeamMark {...seamOf(entry, author.organisationId)} radius={11} decorative />
      <div className={styles.words}>
        <HandoffLink entry={entry} ecosystemId={ecosystemId} />
        <span className={styles.quiet}>
          {promised ? `${from.partyName} to you${within}` : `${from.partyName} → ${to.partyName}`}
        </span>
        {promised && !entry.isBroken ? null : <HandoffStanding entry={entry} />}
        {toAnswer ? <WhoConfirms ecosystem={ecosystem} /> : null}
      </div>
    </li>
  )
}
