import { IconRepeat } from '@tabler/icons-react'
import type { Stage } from '../../../shared/model/rows.ts'
import styles from './StageName.module.css'
import { recurrenceWords } from './turnWords.ts'

/** Beside the heading of a stage that comes back: how often. */
export function Recurrence({ stage }: { stage: Stage }) {
  const words = recurrenceWords(stage)
  if (words === null) return null
  return (
    <span className={styles.recurs} title={`Comes back: ${words}`}>
      <IconRepeat size={13} stroke={2.25} role="img" aria-label="Comes back" /> {words}
    </span>
  )
}
