import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { Ballot, Round } from '../../shared/model/rows.ts'
import { useStepKeys } from '../review/stepKeys.ts'
import { useSingleKeys } from '../shell/singleKeys.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { AnswerCard } from './AnswerCard.tsx'
import styles from './ballot.module.css'
import { namesOfRound } from './namesOfRound.ts'
import { ownVotes } from './ownVotes.ts'

interface AnsweringProps {
  ecosystem: Ecosystem
  round: Round
  ballot: Ballot
}

/** Card by card: digits rate, J and K go on and back. */
export function Answering({ ecosystem, round, ballot }: AnsweringProps) {
  const { touchpointIds } = round
  const votes = ownVotes(ecosystem, round)
  const firstOpen = touchpointIds.findIndex((id) => !votes.isRated(id))
  const [position, setPosition] = useState(Math.max(0, firstOpen))
  const [message, setMessage] = useState<string | null>(null)
  const { cardOf } = namesOfRound(ecosystem, round)
  const rated = touchpointIds.filter((id) => votes.isRated(id)).length
  const go = (step: number) =>
    setPosition((now) => Math.min(touchpointIds.length - 1, Math.max(0, now + step)))
  useStepKeys(go)
  const hasSingleKeys = useSingleKeys()
  const finish = async () => {
    const answer = await ecosystem.change([{ type: 'ballot.done', id: ballot.id }], 'Done answering')
    if (!answer.accepted) setMessage(answer.error.message)
  }
  const id = touchpointIds[position]!
  return (
    <section className={styles.sheet} aria-label="Your answers">
      <p className={styles.eyes}>
        <IconLock size={16} aria-hidden="true" /> <span>Only you see this until the reveal</span>
      </p>
      <ol className={styles.steps} aria-label={`${rated} of ${touchpointIds.length} rated`}>
        {touchpointIds.map((one, index) => (
          <li key={one}>
            <button
              type="button"
              className={styles.step}
              aria-current={index === position ? 'step' : undefined}
              data-rated={votes.isRated(one) || undefined}
              aria-label={`${cardOf(one)}, ${votes.isRated(one) ? 'rated' : 'not rated yet'}`}
              onClick={() => setPosition(index)}
            >
              {index + 1}
            </button>
          </li>
        ))}
      </ol>
      <AnswerCard key={id} ecosystem={ecosystem} round={round} touchpointId={id} votes={votes} />
      <div className={styles.buttons}>
        <Button variant="default" disabled={position === 0} onClick={() => go(-1)}>
          Back {hasSingleKeys ? <kbd className={styles.key}>K</kbd> : null}
        </Button>
        <Button variant="default" disabled={position === touchpointIds.length - 1} onClick={() => go(1)}>
          Next {hasSingleKeys ? <kbd className={styles.key}>J</kbd> : null}
        </Button>
        <Button color="yours" className={styles.done!} onClick={() => void finish()}>
          I am done
        </Button>
      </div>
      <p className={styles.quiet} role="status">
        {message ??
          (rated === touchpointIds.length
            ? 'All rated. You can change them until the reveal.'
            : `${rated} of ${touchpointIds.length} rated. Leave out what you cannot judge.`)}
      </p>
    </section>
  )
}
