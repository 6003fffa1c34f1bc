import type { MeasureResult } from '../../shared/rounds/results.ts'
import { Monogram } from '../shell/Monogram.tsx'
import { sayApart } from './roundWords.ts'
import styles from './VoteStrip.module.css'

interface VoteStripProps {
  label: string
  result: MeasureResult
  /** The acting organisation. */
  organisationId: string
  nameOf(organisationId: string): string
}

const pitch = 26

/** Every vote on one line from 0 to 10, with the range they span and their median. */
export function VoteStrip({ label, result, organisationId, nameOf }: VoteStripProps) {
  const { votes, median, lowest, highest, spread } = result
  if (median === null) return <p className={styles.caption}>{label}: nobody rated it.</p>
  const said = votes.map((vote) => `${nameOf(vote.organisationId)} ${vote.score}`).join(', ')
  const heightOf = (index: number) =>
    votes.slice(0, index).filter(({ score }) => score === votes[index]!.score).length
  const tallest = Math.max(...votes.map((_, index) => heightOf(index)))
  return (
    <figure className={styles.strip}>
      <figcaption className={styles.caption}>
        {label}: <strong>{sayApart(spread)}</strong>, median {median}, from {lowest} to {highest}
      </figcaption>
      <div
        className={styles.line}
        role="img"
        aria-label={`${label}, from 0 to 10: ${said}`}
        style={{ height: 51 + pitch * tallest }}
      >
        <span
          className={styles.range}
          style={{ left: `${lowest! * 10}%`, width: `${spread * 10}%` }}
          data-wide={spread > 3 || undefined}
        />
        {Array.from({ length: 11 }, (_, score) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the eleven ticks never change
          <span key={score} className={styles.tick} style={{ left: `${score * 10}%` }}>
            {score}
          </span>
        ))}
        {votes.map((vote, index) => (
          <span
            key={vote.id}
            className={styles.vote}
            style={{ left: `${vote.score! * 10}%`, bottom: 27 + heightOf(index) * pitch }}
          >
            <Monogram
              name={nameOf(vote.organisationId)}
              relation={vote.organisationId === organisationId ? 'yours' : 'others'}
            />
          </span>
        ))}
        <span className={styles.median} style={{ left: `${median * 10}%` }} title={`Median ${median}`} />
      </div>
    </figure>
  )
}
