import styles from './ImportanceBars.module.css'

interface ScoreBar {
  key: string
  name: string
  /** From 0 to 10. */
  score: number
  /** Where something else stands that should reach as far; the gap up to the score is marked. */
  reaches?: number | null
  relation?: 'yours' | 'others'
}

/** Scores from 0 to 10 below each other, one bar each. */
export function ScoreBars({ bars }: { bars: readonly ScoreBar[] }) {
  return (
    <dl className={styles.bars}>
      {bars.map(({ key, name, score, reaches = null, relation = 'others' }) => (
        <div key={key} className={styles.bar}>
          <dt>{name}</dt>
          <dd>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} data-relation={relation} style={{ width: `${score * 10}%` }} />
              {reaches !== null && reaches < score ? (
                <span
                  className={styles.gap}
                  style={{ left: `${reaches * 10}%`, width: `${(score - reaches) * 10}%` }}
                />
              ) : null}
            </span>
            {score}
            <span className="il-visually-hidden"> of 10{sayGap(score, reaches)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function sayGap(score: number, reaches: number | null): string {
  if (reaches === null || reaches >= score) return ''
  return `, works ${reaches}: ${score - reaches} below`
}
