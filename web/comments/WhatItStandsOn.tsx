import { kindUnder, rowUnder, type StandingKind, type Under } from '../../shared/comments/standsOn.ts'
import type { Comment } from '../../shared/model/rows.ts'
import { markNames } from '../review/reviewWords.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './comments.module.css'

interface WhatItStandsOnProps {
  ecosystem: Pick<Ecosystem, 'rows' | 'organisations'>
  root: Comment
}

/** Of a thread about more than its card or map as such: which mark, view, party and so on, or that it is not there for us any more. */
export function WhatItStandsOn({ ecosystem: { rows, organisations }, root }: WhatItStandsOnProps) {
  const kind = kindUnder(root)
  if (!kind) return null
  const under = rowUnder(root, rows)
  if (!under || under.row.deleted)
    return (
      <p className={styles.quiet}>About {standingWords[kind]} that was removed, or is not for us any more.</p>
    )
  return (
    <p className={styles.quiet}>
      About {sayUnder(under, (id) => organisations.get(id) ?? 'a former partner')}
    </p>
  )
}

const standingWords: Record<StandingKind, string> = {
  mark: 'a mark',
  perspective: 'a view',
  party: 'a party',
  round: 'a blind round',
  contributionRequest: 'a request',
  session: 'a session',
  sticky: 'a sticky of a session',
}

function sayUnder({ kind, row }: Under, nameOf: (organisationId: string) => string): string {
  if (kind === 'party') return `the party “${row.name}”`
  if (kind === 'round') return `the blind round “${row.name}”`
  if (kind === 'session') return `the session “${row.name}”`
  if (kind === 'sticky') return `the sticky “${row.text}” of ${nameOf(row.organisationId)}`
  if (kind === 'contributionRequest')
    return `what ${nameOf(row.organisationId)} asks ${nameOf(row.askedOrganisationId)} to fill in`
  const what = kind === 'mark' ? markNames[row.kind].toLowerCase() : 'view'
  const words = row.statement ? `: “${row.statement}”` : ''
  return `the ${what} of ${nameOf(row.organisationId)}${words}`
}
