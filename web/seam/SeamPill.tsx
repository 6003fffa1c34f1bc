import { IconClockExclamation } from '@tabler/icons-react'
import { SeamMark } from './SeamMark.tsx'
import styles from './SeamPill.module.css'
import { isShut, type SeamDirection } from './seamShapes.ts'
import type { SeamSide } from './seamWords.ts'

interface SeamPillProps {
  giving: SeamSide
  /** Absent for a promise. */
  taking?: SeamSide | undefined
  /** What is handed over; empty while nobody has said it. */
  passes: string
  /** How late it usually is, in words, e.g. "5 days late". */
  lateness?: string | undefined
  direction?: SeamDirection
  size?: 'small' | 'large'
  selected?: boolean
}

/** The signature of the product: a handoff crossing the gutter, one half-disc per side, and what passes. */
export function SeamPill(props: SeamPillProps) {
  const { giving, taking, passes, lateness, direction = 'across', size = 'small', selected = false } = props
  const shut = taking ? isShut(giving.state, taking.state) : giving.state === 'filled'
  return (
    <span
      className={styles.pill}
      data-size={size}
      data-shut={shut || undefined}
      data-late={lateness ? true : undefined}
      data-selected={selected || undefined}
    >
      <SeamMark giving={giving} taking={taking} direction={direction} radius={size === 'small' ? 8 : 19} />
      <span className={styles.passes} data-empty={passes ? undefined : true}>
        {passes || 'What passes?'}
      </span>
      {lateness ? (
        <span className={styles.late}>
          <IconClockExclamation size={size === 'small' ? 13 : 16} stroke={2} aria-hidden="true" />
          {lateness}
        </span>
      ) : null}
    </span>
  )
}
