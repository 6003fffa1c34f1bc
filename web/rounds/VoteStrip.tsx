import type { MeasureResult } from '../../shared/rounds/results.ts'
import { ScoreScale } from '../shell/ScoreScale.tsx'
import { sayApart } from './roundWords.ts'
import styles from './VoteStrip.module.css'

interface VoteStripProps {
  label: string
  result: MeasureResult
  /** The acting organisation. */
  organisationId: string
  nameOf(organisationId: string): string
}

/** Every vote on one line from 0 to 10, with the range they span and their median. */
export function VoteStrip({ label, result, organisationId, nameOf }: VoteStripProps) {
  const { votes, median, lowest, highest, spread } = result
  if (median === null) return <p className={styles.caption}>{label}: nobody rated it.</p>
  const said = votes.map((vote) => `${nameOf(vote.organisationId)} ${vote.score}`).join(', ')
  return (
    <figure className={styles.strip}>
      <figcaption className={styles.caption}>
        {label}: <strong>{sayApart(spread)}</strong>, median {median}, from {lowest} to {highest}
      </figcaption>
      <ScoreScale
        label={`${label}, from 0 to 10: ${said}`}
        scores={votes.map((vote) => ({
          key: vote.id,
          score: vote.score!,
          name: nameOf(vote.organisationId),
          relation: vote.organisationId === organisationId ? 'yours' : 'others',
        }))}
      >
        <span
          className={styles.range}
          style={{ left: `${lowest! * 10}%`, width: `${spread * 10}%` }}
          data-wide={spread > 3 || undefined}
        />
        <span className={styles.median} style={{ left: `${median * 10}%` }} title={`Median ${median}`} />
      </ScoreScale>
    </figure>
  )
}
