import { rowUnder } from '../../shared/comments/standsOn.ts'
import type { Comment } from '../../shared/model/rows.ts'
import { markNames } from '../review/reviewWords.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './comments.module.css'

interface WhatItStandsOnProps {
  ecosystem: Pick<Ecosystem, 'rows' | 'organisations'>
  root: Comment
}

/** Of a thread about a mark or a view: which, or that it is not there for us any more. */
export function WhatItStandsOn({ ecosystem: { rows, organisations }, root }: WhatItStandsOnProps) {
  if (!root.markId && !root.perspectiveId) return null
  const row = rowUnder(root, rows)
  if (!row || row.deleted)
    return (
      <p className={styles.quiet}>
        About {root.markId ? 'a mark' : 'a view'} that was removed, or is not for us any more.
      </p>
    )
  const whose = organisations.get(row.organisationId) ?? 'a former partner'
  const what = 'kind' in row ? markNames[row.kind].toLowerCase() : 'view'
  return (
    <p className={styles.quiet}>
      About the {what} of {whose}
      {row.statement ? `: “${row.statement}”` : ''}
    </p>
  )
}
