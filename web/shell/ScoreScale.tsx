import type { ComponentProps, ReactNode } from 'react'
import { Monogram } from './Monogram.tsx'
import styles from './ScoreScale.module.css'

interface ScoreScaleProps {
  /** Reads out what the picture shows. */
  label: string
  scores: readonly (Pick<ComponentProps<typeof Monogram>, 'name' | 'relation' | 'appearance'> & {
    key: string
    /** From 0 to 10. */
    score: number
  })[]
  /** Drawn on the line, under the monograms, at `left` in tenths of its width; they then stand a little higher. */
  children?: ReactNode
}

const pitch = 26
const monogramHeight = 24

/** A line from 0 to 10 with a monogram for each score; equal scores stand on each other. */
export function ScoreScale({ label, scores, children }: ScoreScaleProps) {
  const floor = children ? 27 : 20
  const levelOf = (index: number) =>
    scores.slice(0, index).filter(({ score }) => score === scores[index]!.score).length
  const highest = Math.max(0, ...scores.map((_, index) => levelOf(index)))
  return (
    <div
      className={styles.line}
      role="img"
      aria-label={label}
      style={{ height: floor + monogramHeight + pitch * highest }}
    >
      {Array.from({ length: 11 }, (_, score) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the eleven ticks never change
        <span key={score} className={styles.tick} style={{ left: `${score * 10}%` }}>
          {score}
        </span>
      ))}
      {children}
      {scores.map(({ key, score, ...monogram }, index) => (
        <span
          key={key}
          className={styles.score}
          style={{ left: `${score * 10}%`, bottom: floor + levelOf(index) * pitch }}
        >
          <Monogram {...monogram} />
        </span>
      ))}
    </div>
  )
}
