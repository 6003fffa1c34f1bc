import { highestImportance } from '../../../shared/analysis/importance.ts'
import { ImportanceBars } from '../../review/ImportanceBars.tsx'
import { ScoreBars } from '../../review/ScoreBars.tsx'
import type { Perception } from '../journey/readPerceptions.ts'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'

/** Ours, the partners' and the customers' perception in bars: how well it works, and what it counts for each. */
export function Perceptions({ perceptions }: { perceptions: readonly Perception[] }) {
  // What we alone said stands in our view, right above.
  if (!perceptions.some(({ relation }) => relation === 'others')) return null
  const scored = perceptions.flatMap(({ id, name, relation, view: { performance } }) =>
    performance === null ? [] : [{ key: id, name, relation, score: performance }],
  )
  const weighed = perceptions.filter(({ view }) => highestImportance(view) !== null)
  return (
    <Section title="How each sees it" eyes="Ours, and what others share with us">
      {scored.length > 0 ? (
        <>
          <h4 className={styles.barsOf}>How well it works</h4>
          <ScoreBars bars={scored} />
        </>
      ) : null}
      {weighed.map(({ id, name, view }) => (
        <div key={id}>
          <h4 className={styles.barsOf}>What it counts for {name}</h4>
          <ImportanceBars view={view} />
        </div>
      ))}
    </Section>
  )
}
