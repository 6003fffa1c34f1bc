import type { Terms } from '../../../shared/model/link.ts'
import type { Link } from '../../../shared/model/rows.ts'
import { sayTerm, termNames } from '../../handoffs/termWords.ts'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** What was written on a link while it passed from one company to another: it stays readable, and comes back with that. */
export function FormerTerms({ link }: { link: Link }) {
  const { wholeMap } = usePanelNames()
  const said = (Object.keys(termNames) as (keyof Terms)[]).filter((field) => sayTerm(field, link) !== '')
  if (said.length === 0) return null
  return (
    <Section title="What is written on it" eyes={wholeMap}>
      <p className={styles.quiet}>
        These are the terms of a handoff. This link stays within one company, so nobody confirms them.
      </p>
      <dl className={styles.terms}>
        {said.map((field) => (
          <div key={field}>
            <dt>{termNames[field]}</dt>
            <dd>{sayTerm(field, link)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
