import { Link } from '@tanstack/react-router'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import styles from './HandoffLink.module.css'
import { sayPasses } from './sayPasses.ts'
import { sayStanding } from './sayStanding.ts'

/** What passes, leading to its handoff; the whole row around it, positioned, leads there too. */
export function HandoffLink({ entry: { link }, ecosystemId }: { entry: HandoffEntry; ecosystemId: string }) {
  return (
    <Link
      to="/ecosystems/$ecosystemId/handoffs/$linkId"
      params={{ ecosystemId, linkId: link.id }}
      className={styles.passes}
      data-empty={link.passes ? undefined : true}
    >
      {sayPasses(link)}
    </Link>
  )
}

/** Where a handoff stands, in words. */
export function HandoffStanding({ entry }: { entry: HandoffEntry }) {
  return (
    <span className={styles.standing} data-broken={entry.isBroken || undefined}>
      {sayStanding(entry)}
    </span>
  )
}
