import { SeamDiscs } from './SeamDiscs.tsx'
import styles from './SeamMark.module.css'
import type { SeamDirection } from './seamShapes.ts'
import { describeSeam, type SeamSide } from './seamWords.ts'

interface SeamMarkProps {
  giving: SeamSide
  taking?: SeamSide | undefined
  /** Radius of the disc in pixels. */
  radius?: number
  direction?: SeamDirection
  /** True where the state stands beside it in words. */
  decorative?: boolean
}

/** The discs on their own as an inline picture, for lists and headings. */
export function SeamMark({
  giving,
  taking,
  radius = 9,
  direction = 'across',
  decorative = false,
}: SeamMarkProps) {
  const reach = Math.ceil(radius * 1.14 + 2)
  const label = describeSeam(giving, taking)
  return (
    <span className={styles.mark} aria-hidden={decorative || undefined}>
      <svg
        width={reach * 2}
        height={reach * 2}
        viewBox={`${-reach} ${-reach} ${reach * 2} ${reach * 2}`}
        role="img"
        aria-label={label}
      >
        <title>{label}</title>
        <SeamDiscs giving={giving} taking={taking} radius={radius} direction={direction} />
      </svg>
    </span>
  )
}
