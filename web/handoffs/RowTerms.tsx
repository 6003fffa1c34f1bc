import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import type { Terms } from '../../shared/model/link.ts'
import { earlierTerms } from './earlierTerms.ts'
import styles from './HandoffList.module.css'
import { sayTerm, termNames } from './termWords.ts'

/** What a row of the list has no column for. */
const furtherTerms = ['trigger', 'channel', 'acceptance'] as const satisfies readonly (keyof Terms)[]
const allTerms = Object.keys(termNames) as (keyof Terms)[]

/** The rest of a handoff's terms in one line, and what the sides had confirmed where it differs from today's. */
export function RowTerms({ entry }: { entry: HandoffEntry }) {
  const said = furtherTerms.flatMap((field) => {
    const words = sayTerm(field, entry.link)
    return words ? [`${termNames[field]}: ${words}`] : []
  })
  const changed = allTerms.flatMap((field) => earlierTerms(entry, field).map((one) => ({ field, ...one })))
  if (said.length === 0 && changed.length === 0) return null
  return (
    <div className={styles.terms}>
      {said.length > 0 ? <span>{said.join(' · ')}</span> : null}
      {changed.map(({ field, value, by }) => (
        <span key={`${field} ${by}`}>
          {termNames[field]}: <del>{value || 'nothing'}</del> when {by} confirmed
        </span>
      ))}
    </div>
  )
}
