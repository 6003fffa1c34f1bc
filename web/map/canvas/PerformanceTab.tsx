import { IconMinus, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react'
import type { Trend } from '../../../shared/model/perspective.ts'
import { bandOf, type Performance } from '../journey/readPerformance.ts'
import styles from './HeatTabs.module.css'
import { sayScores } from './performanceWords.ts'

const trendIcons = { better: IconTrendingUp, steady: IconMinus, worse: IconTrendingDown } satisfies Record<
  Trend,
  unknown
>

/** The scores one may see, lowest first, and which way they go. */
export function PerformanceTab({ performance }: { performance: Performance | null }) {
  if (!performance) return null
  const Icon = performance.trend && trendIcons[performance.trend]
  return (
    <span className={styles.tabs} aria-hidden="true">
      <span className={styles.score} data-band={bandOf(performance)}>
        {sayScores(performance)}
        {Icon ? <Icon size={12} stroke={2.5} /> : null}
      </span>
    </span>
  )
}
