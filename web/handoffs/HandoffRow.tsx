import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import { SeamMark } from '../seam/SeamMark.tsx'
import { sayMinutes } from '../seam/seamWords.ts'
import { HandoffLink, HandoffStanding } from './HandoffLink.tsx'
import styles from './HandoffList.module.css'
import { RowTerms } from './RowTerms.tsx'
import { seamOf } from './seamOf.ts'

interface HandoffRowProps {
  entry: HandoffEntry
  ecosystemId: string
  organisationId: string
}

/** One handoff in a list: its seam, what passes, between whom, where it stands, and its terms. */
export function HandoffRow({ entry, ecosystemId, organisationId }: HandoffRowProps) {
  const { link, from, to, map, lateness } = entry
  return (
    <li className={styles.row}>
      <SeamMark {...seamOf(entry, organisationId)} radius={13} decorative />
      <div className={styles.what}>
        <HandoffLink entry={entry} ecosystemId={ecosystemId} />
        <HandoffStanding entry={entry} />
      </div>
      <div className={styles.between}>
        <span>
          {from.partyName} <span aria-hidden="true">→</span>
          <span className="il-visually-hidden">to</span> {to.partyName}
        </span>
        <span className={styles.quiet}>{map.name}</span>
      </div>
      <div className={styles.time}>
        <span>
          {link.expectedMinutes === null ? 'No time said' : `Within ${sayMinutes(link.expectedMinutes)}`}
        </span>
        {lateness.lateByMinutes ? (
          <span className={styles.late}>{sayMinutes(lateness.lateByMinutes)} late</span>
        ) : null}
      </div>
      <RowTerms entry={entry} />
    </li>
  )
}
