import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Round } from '../../shared/model/rows.ts'
import { isAwaitedFrom } from '../../shared/rounds/roundsOf.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './ballot.module.css'
import { namesOfRound } from './namesOfRound.ts'
import { listNames, measureNames } from './roundWords.ts'

/** Before one answers: what is asked, and who will see what. */
export function BeginRound({ ecosystem, round }: { ecosystem: Ecosystem; round: Round }) {
  const { author, change, check, rows } = ecosystem
  const { all, cardOf, facilitator } = namesOfRound(ecosystem, round)
  const isAsked = round.askedOrganisationIds.includes(author.organisationId)
  const begin: ActionInput[] = [{ type: 'ballot.start', id: crypto.randomUUID(), roundId: round.id }]
  const reason = isAsked ? check(begin) : null
  const count = round.touchpointIds.length
  return (
    <section className={styles.sheet} aria-label="What is asked">
      <h2 className={styles.title}>
        {listNames(round.measures.map((measure) => measureNames[measure]))}: {count}{' '}
        {count === 1 ? 'card' : 'cards'}
      </h2>
      <ul className={styles.asked}>
        {round.touchpointIds.map((id) => (
          <li key={id}>{cardOf(id)}</li>
        ))}
      </ul>
      <p className={styles.eyes}>
        <IconLock size={16} aria-hidden="true" />
        <span>
          Only you see what you answer, not your colleagues and not {facilitator}. That you take part, and
          when you are done, {all} see. After the reveal they see each score and reason with your name.
        </span>
      </p>
      {isAsked && !isAwaitedFrom(author, round, rows) ? (
        <p className={styles.quiet}>
          Colleagues of yours answer. You may as well, and then you are waited for.
        </p>
      ) : null}
      {isAsked ? (
        <Button disabled={reason !== null} onClick={() => void change(begin, 'Begin to answer')}>
          Begin
        </Button>
      ) : (
        <p className={styles.quiet}>Your organisation asks in this round and does not answer.</p>
      )}
      {reason ? <p className={styles.quiet}>{reason.message}</p> : null}
    </section>
  )
}
