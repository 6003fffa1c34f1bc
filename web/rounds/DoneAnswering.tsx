import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { Ballot, Round } from '../../shared/model/rows.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './ballot.module.css'
import { namesOfRound } from './namesOfRound.ts'
import { ownVotes } from './ownVotes.ts'
import { measureNames } from './roundWords.ts'

interface DoneAnsweringProps {
  ecosystem: Ecosystem
  round: Round
  ballot: Ballot
}

/** What one has answered, kept to oneself, and the way back to it. */
export function DoneAnswering({ ecosystem, round, ballot }: DoneAnsweringProps) {
  const votes = ownVotes(ecosystem, round)
  const { cardOf } = namesOfRound(ecosystem, round)
  return (
    <section className={styles.sheet} aria-label="Your answers">
      <h2 className={styles.title}>You are done</h2>
      <p className={styles.eyes}>
        <IconLock size={16} aria-hidden="true" /> <span>Only you see this until the reveal</span>
      </p>
      <ul className={styles.answers}>
        {round.touchpointIds.map((id) => (
          <li key={id} className={styles.answer}>
            <span className={styles.about}>{cardOf(id)}</span>
            {round.measures.map((measure) => {
              const vote = votes.find(id, measure)
              const score = vote?.score ?? null
              return (
                <span key={measure}>
                  {round.measures.length > 1 ? `${measureNames[measure]}: ` : ''}
                  {score === null ? 'not rated' : `${score} of 10`}
                  {vote?.reason ? `, “${vote.reason}”` : ''}
                </span>
              )
            })}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          variant="default"
          onClick={() =>
            void ecosystem.change([{ type: 'ballot.reopen', id: ballot.id }], 'Open my answers again')
          }
        >
          Open my answers again
        </Button>
      </div>
    </section>
  )
}
