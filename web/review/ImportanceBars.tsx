import { highestImportance, type Importance, importances } from '../../shared/analysis/importance.ts'
import type { Perspective } from '../../shared/model/rows.ts'
import styles from './ImportanceBars.module.css'

const names: Record<Importance, string> = {
  importanceForPerception: 'How we are seen',
  importanceForDecision: 'Decision to buy',
  importanceForLoyalty: 'Staying',
}

/** How much it counts, in three bars, each with a line where the performance stands. */
export function ImportanceBars({ view }: { view: Perspective }) {
  if (highestImportance(view) === null) return null
  return (
    <dl className={styles.bars}>
      {importances.map((key) => {
        const importance = view[key]
        if (importance === null) return null
        return (
          <div key={key} className={styles.bar}>
            <dt>{names[key]}</dt>
            <dd>
              <span className={styles.track} aria-hidden="true">
                <span className={styles.fill} style={{ width: `${importance * 10}%` }} />
                {view.performance !== null && view.performance < importance ? (
                  <span
                    className={styles.gap}
                    style={{
                      left: `${view.performance * 10}%`,
                      width: `${(importance - view.performance) * 10}%`,
                    }}
                  />
                ) : null}
              </span>
              {importance}
              <span className="il-visually-hidden"> of 10{sayGap(importance, view.performance)}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function sayGap(importance: number, performance: number | null): string {
  if (performance === null || performance >= importance) return ''
  return `, works ${performance}: ${importance - performance} below`
}
