import { IconArrowDown, IconArrowUp, IconStarFilled } from '@tabler/icons-react'
import type { MarkKind } from '../../../shared/model/perspective.ts'
import styles from './HeatTabs.module.css'

/** Corner tabs of the Heat lens; all three may be there at once. */
export function HeatTabs({ marks }: { marks: ReadonlySet<MarkKind> }) {
  if (marks.size === 0) return null
  return (
    <span className={styles.tabs} aria-hidden="true">
      {marks.has('momentOfTruth') ? (
        <span className={styles.tab} data-kind="momentOfTruth">
          <IconStarFilled size={11} />
        </span>
      ) : null}
      {marks.has('delight') ? (
        <span className={styles.tab} data-kind="delight">
          <IconArrowUp size={12} stroke={3} />
        </span>
      ) : null}
      {marks.has('pain') ? (
        <span className={styles.tab} data-kind="pain">
          <IconArrowDown size={12} stroke={3} />
        </span>
      ) : null}
    </span>
  )
}
