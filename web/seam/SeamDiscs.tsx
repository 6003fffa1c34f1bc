import { useState } from 'react'
import styles from './SeamDiscs.module.css'
import { gapOf, type Half, type HalfState, halfDisc, isShut, type SeamDirection } from './seamShapes.ts'
import type { SeamSide } from './seamWords.ts'

interface SeamDiscsProps {
  giving: SeamSide
  /** Absent for a promise: a single disc, because nobody on the other side can confirm. */
  taking?: SeamSide | undefined
  radius: number
  direction?: SeamDirection
}

/** The bare sign of a handoff as an SVG group around (0, 0); whoever places it gives it its words. */
export function SeamDiscs({ giving, taking, radius, direction = 'across' }: SeamDiscsProps) {
  const shut = taking ? isShut(giving.state, taking.state) : false
  const clicks = useHasBeenOpen(shut)
  if (!taking) {
    return (
      <g className={styles.seam}>
        <circle
          r={radius}
          className={styles.half}
          data-state={giving.state}
          data-relation={giving.relation}
          data-promise
        />
      </g>
    )
  }
  return (
    <g
      className={styles.seam}
      data-shut={shut || undefined}
      transform={direction === 'along' ? 'rotate(-90)' : undefined}
    >
      <SeamHalf half="giving" side={giving} radius={radius} shut={shut} />
      <SeamHalf half="taking" side={taking} radius={radius} shut={shut} />
      {shut ? (
        <>
          <path className={styles.joint} d={`M${-radius} 0H${radius}`} />
          {clicks ? <circle className={styles.ring} r={radius} /> : null}
        </>
      ) : null}
    </g>
  )
}

/** A seam clicks when it shuts before one's eyes, not when a page shows one that was shut all along. */
function useHasBeenOpen(shut: boolean): boolean {
  const [hasBeenOpen, setHasBeenOpen] = useState(!shut)
  if (!shut && !hasBeenOpen) setHasBeenOpen(true)
  return hasBeenOpen
}

interface SeamHalfProps {
  half: Half
  side: SeamSide
  radius: number
  shut: boolean
}

function SeamHalf({ half, side, radius, shut }: SeamHalfProps) {
  const state: HalfState = side.state
  const distance = (half === 'giving' ? -1 : 1) * gapOf(radius, shut)
  return (
    <g className={styles.slide} style={{ transform: `translateY(${distance}px)` }}>
      <path
        d={halfDisc(half, state, radius)}
        className={styles.half}
        data-state={state}
        data-relation={side.relation}
      />
    </g>
  )
}
